// Sends a request of the API reference from the browser: the key never leaves the field it was pasted into but for the request,
// and the request takes the way of any program outside, through whatever proxy there is.
interface Page {
  invokeMethodAsync(name: string, ...args: unknown[]): Promise<unknown>;
}

const mostShown = 500_000; // characters

export function mount(keyId: string, output: HTMLElement, page: Page): Trial {
  return new Trial(keyId, output, page);
}

class Trial {
  private stopper: AbortController | null = null;

  constructor(private readonly keyId: string, private readonly output: HTMLElement, private readonly page: Page) {}

  send(method: string, address: string, headers: Record<string, string>, type: string | null, body: string | null): void {
    const field = document.getElementById(this.keyId);
    const key = field instanceof HTMLInputElement ? field.value.trim() : "";
    this.output.textContent = "";
    if (key === "") {
      field?.focus();
      void this.page.invokeMethodAsync("Failed", "Paste a key first, in the field above.");
      return;
    }

    this.stopper = new AbortController();
    const request: RequestInit = { method, headers: headersOf(key, headers, type, body), body: bodyOf(type, body), credentials: "omit", cache: "no-store", signal: this.stopper.signal };
    void this.run(new URL(address, document.baseURI), request, this.stopper.signal);
  }

  stop(): void {
    this.stopper?.abort();
  }

  async copy(): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(this.output.textContent ?? "");
      return true;
    } catch {
      return false; // the browser lets nothing into the clipboard here: the text can be selected
    }
  }

  dispose(): void {
    this.stopper?.abort("gone");
  }

  private async run(address: URL, request: RequestInit, signal: AbortSignal): Promise<void> {
    const begin = performance.now();
    let hasAnswered = false;
    try {
      const response = await fetch(address, request);
      hasAnswered = true;
      void this.page.invokeMethodAsync("Answered", {
        status: response.status,
        reason: response.statusText,
        milliseconds: Math.round(performance.now() - begin),
        headers: Object.fromEntries(response.headers),
      });
      const isWhole = await this.show(response);
      void this.page.invokeMethodAsync("Ended", isWhole ? "" : `Only the first ${mostShown.toLocaleString("en")} characters are shown.`);
    } catch {
      if (signal.aborted && signal.reason !== "gone") {
        void this.page.invokeMethodAsync(hasAnswered ? "Ended" : "Failed", "Stopped.");
      } else if (!signal.aborted) {
        void this.page.invokeMethodAsync("Failed", hasAnswered ? "The connection broke before all of the answer had come. Send it again." : "No answer came. Check the key for odd characters and the connection to LeadStudio, and send it again.");
      }
    }
  }

  // As it arrives, since a feed has no end; JSON is put into lines when all of it is there.
  private async show(response: Response): Promise<boolean> {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      text += part.value;
      if (text.length > mostShown) {
        this.output.textContent = text.slice(0, mostShown);
        this.stop();
        return false;
      }

      this.output.append(part.value);
    }

    if (/json/.test(response.headers.get("content-type") ?? "")) {
      this.output.textContent = readable(text);
    }

    return true;
  }
}

function headersOf(key: string, headers: Record<string, string>, type: string | null, body: string | null): Record<string, string> {
  const own = { ...headers, Authorization: `Bearer ${key}` };
  return body === null || type === null || isUpload(type) ? own : { ...own, "Content-Type": type }; // the browser marks where the parts of a form end
}

function bodyOf(type: string | null, body: string | null): BodyInit | null {
  if (body === null || !isUpload(type)) {
    return body;
  }

  const form = new FormData();
  form.append("file", new Blob([body], { type: "text/csv" }), "leads.csv");
  return form;
}

function isUpload(type: string | null): boolean {
  return type === "multipart/form-data";
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
