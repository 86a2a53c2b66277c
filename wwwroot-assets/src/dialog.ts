// Focus and Escape for dialogs and panels.
interface DotNet {
  invokeMethodAsync(method: string): Promise<unknown>;
}

interface Handle {
  dispose(): void;
}

/** Opens a dialog before everything else; the browser keeps the focus inside. */
export function openModal(dialog: HTMLDialogElement, dotnet: DotNet): Handle {
  const before = document.activeElement;
  const onCancel = (event: Event) => {
    event.preventDefault(); // the server decides, by no longer rendering it
    void dotnet.invokeMethodAsync("CloseAsync");
  };
  dialog.addEventListener("cancel", onCancel);
  dialog.showModal();
  selectText(document.activeElement);
  return {
    dispose: () => {
      dialog.removeEventListener("cancel", onCancel);
      dialog.close(); // .NET takes it away a moment later, and while it is open nothing behind it can have the focus
      giveBack(before, dialog);
    },
  };
}

/** Lets Escape close a panel beside the page. Moves the focus into it if asked to, or if it covers the page. */
export function openPanel(panel: HTMLElement, dotnet: DotNet, takesFocus: boolean): Handle {
  const before = document.activeElement;
  if (takesFocus || matchMedia("(max-width: 640px)").matches) {
    panel.focus();
  }
  const onKey = (event: KeyboardEvent) => {
    const isTaken = event.target instanceof Element && event.target.closest("[data-takes-escape]") !== null; // an editor within
    if (event.key === "Escape" && !isTaken && !event.defaultPrevented && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      void dotnet.invokeMethodAsync("CloseAsync");
    }
  };
  document.addEventListener("keydown", onKey);
  return {
    dispose: () => {
      document.removeEventListener("keydown", onKey);
      giveBack(before, panel);
    },
  };
}

/** Shows a box below its button until Escape or a press elsewhere; keeps it within the window. */
export function openPopover(anchor: HTMLElement, box: HTMLElement, dotnet: DotNet): Handle {
  const stop = new AbortController();
  const close = () => void dotnet.invokeMethodAsync("CloseAsync");
  const place = () => {
    const at = anchor.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const below = innerHeight - at.bottom - 12;
    const isAbove = below < 240 && at.top > below;
    box.style.left = `${Math.max(8, Math.min(at.left, width - box.offsetWidth - 8))}px`;
    box.style.top = isAbove ? "auto" : `${at.bottom + 4}px`;
    box.style.bottom = isAbove ? `${innerHeight - at.top + 4}px` : "auto";
    box.style.maxHeight = `${isAbove ? at.top - 12 : below}px`;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) {
      event.preventDefault(); // a panel beneath stays open
      close();
    }
  };
  const onPress = (event: Event) => {
    if (event.target instanceof Node && !anchor.contains(event.target) && !box.contains(event.target)) {
      close();
    }
  };
  box.showPopover();
  place();
  const sizes = new ResizeObserver(place);
  sizes.observe(box);
  const contents = new MutationObserver(() => { // what had the focus made way for the next step
    if (document.activeElement === null || document.activeElement === document.body) {
      focusFirst(box);
    }
  });
  contents.observe(box, { childList: true, subtree: true });
  window.addEventListener("keydown", onKey, { capture: true, signal: stop.signal });
  window.addEventListener("resize", place, { signal: stop.signal });
  document.addEventListener("pointerdown", onPress, { capture: true, signal: stop.signal });
  focusFirst(box);
  return {
    dispose: () => {
      stop.abort();
      sizes.disconnect();
      contents.disconnect();
      const now = document.activeElement;
      if (now === null || now === document.body || box.contains(now)) {
        anchor.querySelector("button")?.focus();
      }
    },
  };
}

function focusFirst(box: HTMLElement): void {
  const first = box.querySelector<HTMLElement>("[data-autofocus]") ?? box.querySelector<HTMLElement>("input, select, textarea, button, a[href]") ?? box;
  first.focus();
  selectText(first);
}

// What is proposed gives way to what is typed.
function selectText(element: Element | null): void {
  if (element instanceof HTMLInputElement) {
    element.select();
  }
}

function giveBack(before: Element | null, from: HTMLElement): void {
  const now = document.activeElement;
  if (before instanceof HTMLElement && before.isConnected && (now === null || now === document.body || from.contains(now))) {
    before.focus();
  }
}
