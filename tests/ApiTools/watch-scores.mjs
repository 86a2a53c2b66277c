// Watches the scores of a running LeadStudio with the usual client of SignalR, and writes a line for each change.
// Usage: node watch-scores.mjs ADDRESS KEY AFTER COUNT: begins after the place AFTER, and ends after COUNT changes.
import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";

const [address, key, after, count] = process.argv.slice(2);
const connection = new HubConnectionBuilder()
  .withUrl(`${address}/hubs/scores`, { accessTokenFactory: () => key, transport: HttpTransportType.WebSockets })
  .configureLogging(LogLevel.Error)
  .build();
let left = Number(count);

await connection.start();
const watch = connection.stream("Watch", null, null, after).subscribe({
  next: (change) => {
    console.log(JSON.stringify(change));
    left -= 1;
    if (left === 0) {
      watch.dispose();
      void connection.stop();
    }
  },
  error: (problem) => {
    console.error(String(problem));
    process.exitCode = 1;
    void connection.stop();
  },
  complete: () => {},
});
