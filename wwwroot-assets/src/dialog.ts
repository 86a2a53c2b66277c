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
  return { dispose: () => giveBack(before, dialog) };
}

/** Lets Escape close a panel beside the page. Moves the focus into it if asked to, or if it covers the page. */
export function openPanel(panel: HTMLElement, dotnet: DotNet, takesFocus: boolean): Handle {
  const before = document.activeElement;
  if (takesFocus || matchMedia("(max-width: 640px)").matches) {
    panel.focus();
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) {
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

function giveBack(before: Element | null, from: HTMLElement): void {
  const now = document.activeElement;
  if (before instanceof HTMLElement && before.isConnected && (now === null || now === document.body || from.contains(now))) {
    before.focus();
  }
}
