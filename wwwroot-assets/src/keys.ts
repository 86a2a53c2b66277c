// The shortcuts of a page. Only a key that matches calls .NET.
interface DotNet {
  invokeMethodAsync(method: string, ...args: unknown[]): Promise<unknown>;
}

interface Scope {
  keys: string[];
  dotnet: DotNet;
}

const sequenceWindow = 1000; // milliseconds between the two keys of a sequence
const scopes: Scope[] = [];
const palette = "Mod+k"; // opens a box to type into
const typeAheadWindow = 3000; // milliseconds that it may take to open
let typedAhead: string | undefined; // what was typed since the palette was asked for; undefined while it was not
let first = ""; // the first key of a sequence that has begun
let firstAt = 0;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.closest("input:not([type=checkbox], [type=radio], [type=button]), textarea, select") !== null);
}

function nameOf(event: KeyboardEvent): string | undefined {
  if (event.isComposing || event.altKey || ["Control", "Meta", "Shift", "Alt"].includes(event.key)) {
    return undefined;
  }
  return event.ctrlKey || event.metaKey ? `Mod+${event.shiftKey ? "Shift+" : ""}${event.key.toLowerCase()}` : event.key;
}

function onKey(event: KeyboardEvent): void {
  const key = nameOf(event);
  if (typedAhead !== undefined && key?.length === 1 && !document.querySelector("dialog[open]")) {
    typedAhead += key;
    event.preventDefault();
    return;
  }
  if (key === undefined || event.defaultPrevented || document.querySelector("dialog[open]")) {
    return;
  }
  if (isTyping(event.target) && key !== "Escape" && (!key.startsWith("Mod+") || key === "Mod+a")) {
    return;
  }

  const sequence = first && event.timeStamp - firstAt < sequenceWindow ? `${first} ${key}` : "";
  first = "";
  for (const wanted of sequence ? [sequence, key] : [key]) {
    for (const scope of [...scopes].reverse()) { // the innermost scope first
      const index = scope.keys.indexOf(wanted);
      if (index >= 0) {
        event.preventDefault();
        if (wanted === palette) {
          typeAhead();
        }
        void scope.dotnet.invokeMethodAsync("RunAsync", index);
        return;
      }
    }
  }

  if (scopes.some(scope => scope.keys.some(keys => keys.startsWith(`${key} `)))) {
    first = key;
    firstAt = event.timeStamp;
  }
}

// Who types on while the server opens the palette means the palette, not the shortcuts of the page.
function typeAhead(): void {
  const until = performance.now() + typeAheadWindow;
  typedAhead = "";
  const look = () => {
    const box = document.querySelector<HTMLInputElement>("dialog[open] input");
    if (!box && performance.now() < until) {
      requestAnimationFrame(look);
      return;
    }
    if (box && typedAhead) {
      box.value = typedAhead + box.value;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    typedAhead = undefined;
  };
  requestAnimationFrame(look);
}

document.addEventListener("keydown", onKey);

/** Adds the shortcuts of a scope; those registered later win. */
export function register(keys: string[], dotnet: DotNet): { update(keys: string[]): void; dispose(): void } {
  const scope: Scope = { keys, dotnet };
  scopes.push(scope);
  tellCount();
  return {
    update: changed => void (scope.keys = changed),
    dispose: () => {
      scopes.splice(scopes.indexOf(scope), 1);
      tellCount();
    },
  };
}

// Browser tests wait for it before they press a key.
function tellCount(): void {
  document.documentElement.dataset.shortcutScopes = String(scopes.length);
}
