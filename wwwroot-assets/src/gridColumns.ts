// Column widths: dragged, or moved by the arrow keys while the edge of a column has the focus.
const least = 48;
const step = 16;

/** Lets the user set the widths of the columns of a VirtualTable; tells each new width in pixels. */
export function resizeColumns(root: HTMLElement, tell: (key: string, width: number) => void, signal: AbortSignal): void {
  const edgeOf = (event: Event) => (event.target as Element).closest<HTMLElement>("[role=separator][data-column]");

  const widthOf = (edge: HTMLElement) => edge.parentElement!.getBoundingClientRect().width;

  root.addEventListener("pointerdown", event => {
    const edge = edgeOf(event);
    if (!edge) {
      return;
    }
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    const start = event.clientX;
    const before = widthOf(edge);
    let width = before;
    const drag = new AbortController();
    edge.addEventListener("pointermove", move => {
      width = Math.max(least, Math.round(before + move.clientX - start));
      preview(edge, width);
    }, { signal: drag.signal });
    edge.addEventListener("lostpointercapture", () => {
      drag.abort();
      if (width !== before) {
        tell(edge.dataset.column!, width);
      }
    }, { signal: drag.signal });
  }, { signal });

  root.addEventListener("keydown", event => {
    const edge = edgeOf(event);
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (edge && by) {
      event.preventDefault();
      tell(edge.dataset.column!, Math.max(least, Math.round(widthOf(edge) + by)));
    }
  }, { signal });

  // Until .NET has rendered the new width, the list of widths is changed in place.
  function preview(edge: HTMLElement, width: number): void {
    const header = edge.parentElement!;
    const columns = [...header.parentElement!.children].map(cell => `${cell.getBoundingClientRect().width}px`);
    columns[[...header.parentElement!.children].indexOf(header)] = `${width}px`;
    root.style.setProperty("--vt-columns", columns.join(" "));
  }
}
