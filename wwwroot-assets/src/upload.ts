// Sends a file by plain HTTP, so that its size does not matter to the page's circuit, and tells the page how far it is.
interface Page {
  invokeMethodAsync(name: string, ...args: unknown[]): Promise<unknown>;
}

const quiet = 250; // milliseconds between two reports

export function mount(zone: HTMLElement, page: Page, address: string, token: string): { cancel(): void; dispose(): void } {
  const input = zone.querySelector<HTMLInputElement>("input[type=file]")!;
  let request: XMLHttpRequest | null = null;
  let told = 0;

  const fail = (sentence: string): void => {
    request = null;
    input.value = "";
    void page.invokeMethodAsync("Failed", sentence);
  };

  const send = (file: File): void => {
    const sending = (request = new XMLHttpRequest());
    sending.open("POST", `${address}?name=${encodeURIComponent(file.name)}`);
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    sending.setRequestHeader("RequestVerificationToken", token);
    sending.upload.onprogress = (event) => {
      if (event.timeStamp - told > quiet) {
        told = event.timeStamp;
        void page.invokeMethodAsync("Sent", event.loaded, event.total);
      }
    };
    sending.onload = () => {
      const answer = parse(sending.responseText);
      if (sending.status === 200 && typeof answer.id === "number") {
        void page.invokeMethodAsync("Stored", answer.id);
      } else {
        fail(typeof answer.detail === "string" ? answer.detail : "The file could not be stored. Try again.");
      }
    };
    sending.onerror = () => fail("The connection broke. Check it and choose the file again.");
    sending.onabort = () => fail("");
    void page.invokeMethodAsync("Begun", file.name, file.size);
    sending.send(file);
  };

  const choose = (): void => {
    const file = input.files?.[0];
    if (file !== undefined && request === null) {
      send(file);
    }
  };

  input.addEventListener("change", choose);
  choose(); // a file may have come before this script
  return {
    cancel: () => request?.abort(),
    dispose: () => {
      input.removeEventListener("change", choose);
      if (request !== null) {
        request.onabort = null;
        request.abort();
      }
    },
  };
}

function parse(text: string): { id?: unknown; detail?: unknown } {
  try {
    return JSON.parse(text) as { id?: unknown; detail?: unknown };
  } catch {
    return {};
  }
}
