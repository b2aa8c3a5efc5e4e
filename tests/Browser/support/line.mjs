// A line between the browser and the server that can be watched, cut, slowed and torn: what leaves a phone is seen here as a
// telephone company sees it.
import { createServer, request } from "node:http";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** @returns the address of the near end, `asked` with every path that came, and switches. */
export async function openLine(far) {
  const line = { asked: [], ranges: [], isCut: false, delay: 0, tearAfter: Infinity, refuse: undefined };
  const { hostname, port } = new URL(far);
  const server = createServer(async (asked, answer) => {
    line.asked.push(asked.url);
    if (asked.headers.range) line.ranges.push(`${asked.url} ${asked.headers.range}`);
    if (line.isCut || line.refuse?.(asked.url)) {
      asked.socket.destroy();
      return;
    }
    if (line.delay) await wait(line.delay);
    const onward = request({ hostname, port, path: asked.url, method: asked.method, headers: { ...asked.headers, host: `${hostname}:${port}` } }, (came) => {
      answer.writeHead(came.statusCode, came.headers);
      let sent = 0;
      came.on("data", (piece) => {
        const room = (asked.url.endsWith(line.tearOnly ?? "") ? line.tearAfter : Infinity) - sent;
        if (line.isCut || piece.length > room) {
          if (room > 0 && !line.isCut) answer.write(piece.subarray(0, room), () => asked.socket.destroy());
          else asked.socket.destroy();
          came.destroy();
          return;
        }
        sent += piece.length;
        answer.write(piece);
      });
      came.on("end", () => answer.end());
      came.on("error", () => asked.socket.destroy());
    });
    onward.on("error", () => asked.socket.destroy());
    asked.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  line.at = `http://127.0.0.1:${server.address().port}`;
  line.close = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  return line;
}
