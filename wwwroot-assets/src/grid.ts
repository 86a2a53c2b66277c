// The scrolling, the keys and the column widths of VirtualTable. .NET renders the rows; this says which are wanted,
// and puts them in their place. The markup tells what is rendered: data-first on the rows, data-total on the root.
import { ScrollMap } from "./scrollMap";
import { resizeColumns } from "./gridColumns";

interface DotNet {
  invokeMethodAsync(method: string, ...args: unknown[]): Promise<unknown>;
}

const settleAfter = 140; // milliseconds without a scroll event until the bar is put where it belongs
const interactive = "a, button, input, select, textarea, label, summary, [contenteditable], [role=separator]";

class Grid {
  private readonly scroller: HTMLElement;
  private readonly head: HTMLElement;
  private readonly spacer: HTMLElement;
  private readonly rows: HTMLElement;
  private readonly stop = new AbortController();
  private readonly observers: { disconnect(): void }[] = [];
  private map = new ScrollMap(0, 0);
  private rowHeight = 1;
  private total = 0;
  private top = 0; // row pixels above the view
  private bar = 0; // where the scroll bar was last seen
  private base = 0; // row pixels minus bar pixels: where the rows lie within the spacer
  private active = -1;
  private activeSent = -1;
  private wanted = { first: -1, count: -1 };
  private asking = false;
  private telling = false;
  private extending = 0; // how many extensions of the selection .NET has not answered
  private told = Promise.resolve();
  private frame = 0;
  private settling = 0;

  constructor(private readonly root: HTMLElement, private readonly dotnet: DotNet) {
    const part = (name: string) => root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
    [this.scroller, this.head, this.spacer, this.rows] = [part("scroller"), part("head"), part("spacer"), part("rows")];
    const options = { signal: this.stop.signal };
    this.scroller.addEventListener("scroll", () => this.onScroll(), { ...options, passive: true });
    this.scroller.addEventListener("keydown", event => this.onKey(event), options);
    this.rows.addEventListener("click", event => this.onClick(event), options);
    this.scroller.addEventListener("contextmenu", event => this.onMenu(event), options);
    resizeColumns(root, (key, width) => void this.call("ColumnResizedAsync", key, width), this.stop.signal);

    const sizes = new ResizeObserver(() => this.measure());
    sizes.observe(this.scroller);
    const markup = new MutationObserver(() => this.onRendered());
    markup.observe(root, { attributes: true, attributeFilter: ["data-total", "data-active"] });
    markup.observe(this.rows, { attributes: true, attributeFilter: ["data-first"] });
    const styles = new MutationObserver(() => this.measure()); // another height of rows
    styles.observe(root, { attributes: true, attributeFilter: ["style"] });
    this.observers.push(sizes, markup, styles);
    this.onRendered();
    this.measure();
  }

  /** Brings a row into view: at its nearest edge if it is out of view, or at the top. */
  scrollToRow(row: number, toTop: boolean): void {
    const view = this.map.viewHeight;
    const start = row * this.rowHeight;
    if (toTop || start < this.top) {
      this.moveTo(start);
    } else if (start + this.rowHeight > this.top + view) {
      this.moveTo(start + this.rowHeight - view);
    }
  }

  /** Takes the focus and moves the active row as the keys do: in one step, so that the next key finds it moved. */
  moveActive(by: number): void {
    this.focus();
    this.activate(this.active < 0 ? Math.floor(this.top / this.rowHeight) : this.active + by);
  }

  /** Moves the active row, and the selection goes with it. */
  extendActive(by: number): void {
    this.focus();
    this.extendTo(this.active < 0 ? Math.floor(this.top / this.rowHeight) : this.active + by);
  }

  /** Selects the active row or takes it out; the first in view where none is active. */
  toggleActive(): void {
    this.activate(this.active < 0 ? Math.floor(this.top / this.rowHeight) : this.active);
    const row = this.active;
    this.told = this.told.then(() => this.call("ToggleAsync", row));
  }

  focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  dispose(): void {
    this.stop.abort();
    this.observers.forEach(observer => observer.disconnect());
    cancelAnimationFrame(this.frame);
    clearTimeout(this.settling);
  }

  // Runs before the browser paints what .NET has just rendered, so that rows never show in a wrong place.
  private onRendered(): void {
    const total = Number(this.root.dataset.total);
    if (total !== this.total) {
      this.total = total;
      this.measure();
    }
    const active = Number(this.root.dataset.active);
    if (!this.telling && this.extending === 0 && active !== this.activeSent) { // moved by .NET: the same row has another place now
      this.active = this.activeSent = active;
    }
    this.place();
    this.want();
  }

  private measure(): void {
    const styles = getComputedStyle(this.root);
    const row = this.top / this.rowHeight; // before the height changes, as it does for cards
    this.rowHeight = parseFloat(styles.getPropertyValue("--vt-row-height")) || 1;
    const view = Math.max(0, this.scroller.clientHeight - this.head.offsetHeight);
    this.map = new ScrollMap(this.total * this.rowHeight, view);
    this.spacer.style.height = `${this.map.scrollHeight}px`;
    this.moveTo(row * this.rowHeight);
  }

  private onScroll(): void {
    const bar = this.scroller.scrollTop;
    const moved = bar - this.bar;
    if (moved === 0) {
      return; // sideways, or our own doing
    }
    this.bar = bar;
    if (!this.map.isCompressed) {
      this.top = bar;
    } else if (Math.abs(moved) <= this.map.smallMove) {
      this.top = this.map.clamp(this.top + moved);
      clearTimeout(this.settling);
      this.settling = window.setTimeout(() => this.moveTo(this.top), settleAfter);
    } else {
      this.top = this.map.toRows(bar);
    }
    this.place();
    this.want();
  }

  private moveTo(rowPixels: number): void {
    clearTimeout(this.settling);
    this.top = Math.round(this.map.clamp(rowPixels));
    this.scroller.scrollTop = this.map.toBar(this.top);
    this.bar = this.scroller.scrollTop;
    this.place();
    this.want();
  }

  private place(): void {
    this.base = Math.round(this.top - this.bar);
    this.rows.style.transform = `translateY(${Number(this.rows.dataset.first) * this.rowHeight - this.base}px)`;
    this.spacer.style.setProperty("--vt-line-offset", `${-(this.base % this.rowHeight)}px`);
  }

  private want(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      void this.ask();
    });
  }

  // At most one question is under way; what is wanted when it is answered is asked next.
  private async ask(): Promise<void> {
    if (this.asking || this.map.viewHeight === 0) {
      return;
    }
    const seen = Math.ceil(this.map.viewHeight / this.rowHeight) + 1;
    const spare = Math.max(6, Math.ceil(seen / 2));
    const firstSeen = Math.floor(this.top / this.rowHeight);
    const first = Math.max(0, firstSeen - spare);
    const count = Math.max(0, Math.min(this.total, firstSeen + seen + spare) - first);
    const near = Math.floor(spare / 2);
    const end = this.wanted.first + this.wanted.count;
    const enough = this.wanted.first <= Math.max(0, firstSeen - near) && end >= Math.min(this.total, firstSeen + seen + near);
    if (enough && end <= this.total) {
      return;
    }
    this.wanted = { first, count };
    this.asking = true;
    await this.call("SetWindowAsync", first, count);
    this.asking = false;
    this.want();
  }

  private onKey(event: KeyboardEvent): void {
    const own = event.target === this.scroller;
    if (event.ctrlKey || event.metaKey || event.altKey || (!own && (event.target as Element).matches(interactive))) {
      return;
    }
    const page = Math.max(1, Math.floor(this.map.viewHeight / this.rowHeight) - 1);
    const from = this.active < 0 ? Math.floor(this.top / this.rowHeight) - 1 : this.active;
    const to: Record<string, number> = {
      j: from + 1, ArrowDown: from + 1, k: from - 1, ArrowUp: from - 1,
      PageDown: from + page, PageUp: from - page, Home: 0, End: this.total - 1,
    };
    const isExtending = event.shiftKey && this.root.dataset.extend !== undefined;
    const row = to[isExtending && event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (row !== undefined) {
      isExtending ? this.extendTo(row) : this.activate(row);
    } else if (event.key === "Enter" && this.active >= 0) {
      void this.open();
    } else {
      return;
    }
    event.preventDefault();
  }

  private onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>("[data-row]");
    if (row && event.shiftKey && this.root.dataset.extend !== undefined && !target.closest(interactive)) {
      getSelection()?.removeAllRanges(); // the browser takes it for a selection of text
      this.extendTo(Number(row.dataset.row));
    } else if (row && !target.closest(interactive) && getSelection()?.isCollapsed !== false) {
      this.active = Number(row.dataset.row);
      void this.open();
    }
  }

  // A press of the menu key comes without a cell: it means the active row.
  private onMenu(event: MouseEvent): void {
    const cell = (event.target as Element).closest<HTMLElement>("[data-key]");
    const row = cell ? Number(cell.parentElement!.dataset.row) : this.active;
    if (this.root.dataset.menu === undefined || row < 0 || (!cell && event.target !== this.scroller)) {
      return;
    }
    event.preventDefault();
    this.openMenu(row, cell?.dataset.key ?? null, event.clientX, event.clientY);
  }

  /** Asks for the menu of a cell, or of the whole active row below it. */
  openMenu(row = this.active, key: string | null = null, x = 0, y = 0): void {
    const line = this.rows.querySelector(`[data-row="${row}"]`)?.getBoundingClientRect();
    if (line) {
      void this.call("MenuAsync", row, key, Math.round(key ? x : line.left + 24), Math.round(key ? y : line.bottom));
    }
  }

  private activate(row: number): void {
    if (this.total === 0) {
      return;
    }
    this.active = Math.min(Math.max(0, row), this.total - 1);
    this.scrollToRow(this.active, false);
    void this.sendActive();
  }

  private extendTo(row: number): void {
    if (this.total === 0) {
      return;
    }
    const [from, to] = [this.active, Math.min(Math.max(0, row), this.total - 1)];
    this.active = this.activeSent = to;
    this.scrollToRow(to, false);
    this.extending++;
    this.told = this.told.then(async () => {
      await this.call("ExtendAsync", from, to);
      this.extending--;
    });
  }

  // While .NET is being told, what it has rendered is older than what is known here.
  private async sendActive(): Promise<void> {
    while (!this.telling && this.active !== this.activeSent) {
      this.telling = true;
      this.activeSent = this.active;
      await this.call("SetActiveAsync", this.active);
      this.telling = false;
    }
  }

  private async open(): Promise<void> {
    this.telling = true;
    this.activeSent = this.active;
    await this.call("OpenAsync", this.active);
    this.telling = false;
    await this.sendActive();
  }

  private async call(method: string, ...args: unknown[]): Promise<void> {
    try {
      await this.dotnet.invokeMethodAsync(method, ...args);
    } catch (failure) {
      if (!this.stop.signal.aborted && !document.documentElement.dataset.connection) {
        throw failure;
      }
    }
  }
}

export function mount(root: HTMLElement, dotnet: DotNet): Grid {
  return new Grid(root, dotnet);
}
