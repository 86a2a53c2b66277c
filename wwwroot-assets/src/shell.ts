// What the shell needs before and beside the circuit: the skip link, the time zone, the state of the connection.
declare const Blazor: { reconnect(): Promise<boolean> };

const overlay = document.getElementById("components-reconnect-modal");
const states = { "components-reconnect-show": "reconnecting", "components-reconnect-failed": "lost", "components-reconnect-rejected": "lost" };

document.addEventListener("click", event => {
  const target = event.target as Element;
  if (target.closest(".skip-link")) {
    event.preventDefault(); // the base address would turn "#main" into another page
    document.getElementById("main")?.focus();
  } else if (target.closest("[data-reload]")) {
    location.reload();
  }
});

if (overlay) {
  new MutationObserver(() => {
    const state = Object.entries(states).find(([name]) => overlay.classList.contains(name))?.[1];
    if (state) {
      document.documentElement.dataset.connection = state;
    } else {
      delete document.documentElement.dataset.connection;
    }
    // The server has forgotten this circuit (a restart): the page at the same address starts a new one.
    if (overlay.classList.contains("components-reconnect-rejected")) {
      location.reload();
    }
  }).observe(overlay, { attributeFilter: ["class"] });

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && overlay.classList.contains("components-reconnect-failed")) {
      Blazor.reconnect().then(alive => alive || location.reload(), () => undefined);
    }
  });
}

/** The user's time zone by its IANA name, such as "Europe/Berlin". */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Keeps a text in this browser. One that keeps nothing (a private window) is no error: the page just forgets. */
export function remember(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Not allowed, or full.
  }
}

/** Gives the text that was kept under a key. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
