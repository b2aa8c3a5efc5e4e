// A line between the browser and the server that can be watched, cut, slowed, torn and made to lie: what leaves a phone is seen here as
// a telephone company sees it.
import { createServer, request } from "node:http";
import { once } from "node:events";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

const PIECE = 2048;

/**
 * @returns the address of the near end, `asked` with every path that came, `ranges` with every part that was asked for, and switches:
 *   isCut, refuse(path)    nothing comes through, or not that
 *   delay                  milliseconds before an answer
 *   rate, tearAfter, only  bytes a second; bytes after which an answer ends in the middle; both only of paths that end so
 *   lose(path)             asked before each answer and each piece of one: true tears it there
 *   half(path)             true: half of this answer comes, and then the line is cut
 *   changed(path, body, headers)  another body, as a server of another version would send it
 */
export async function openLine(far) {
  const line = { asked: [], ranges: [], isCut: false, delay: 0, rate: Infinity, tearAfter: Infinity, only: "", refuse: undefined, lose: undefined, half: undefined, changed: undefined };
  const { hostname, port } = new URL(far);
  const server = createServer((asked, answer) => {
    line.asked.push(asked.url);
    if (asked.headers.range) line.ranges.push(`${asked.url} ${asked.headers.range}`);
    carry(asked, answer).catch(() => asked.socket.destroy());
  });

  async function carry(asked, answer) {
    if (line.isCut || line.refuse?.(asked.url) || line.lose?.(asked.url)) throw new Error("cut");
    if (line.delay) await wait(line.delay);
    // What is to be changed on the way is asked for plain.
    const headers = { ...asked.headers, host: `${hostname}:${port}`, ...(line.changed && { "accept-encoding": "identity" }) };
    const onward = request({ hostname, port, path: asked.url, method: asked.method, headers });
    onward.on("error", () => asked.socket.destroy());
    asked.pipe(onward);
    const [came] = await once(onward, "response");
    const pieces = line.changed ? await another(asked.url, came) : came;
    if (line.half?.(asked.url)) return halved(Buffer.concat(await pieces.toArray()), came, answer);
    answer.writeHead(came.statusCode, came.headers);
    answer.flushHeaders();
    const isMeant = asked.url.endsWith(line.only);
    let sent = 0;
    for await (const whole of pieces)
      for (let at = 0; at < whole.length; at += PIECE) {
        const piece = whole.subarray(at, at + PIECE);
        const room = (isMeant ? line.tearAfter : Infinity) - sent;
        if (piece.length > room && room > 0) await new Promise((done) => answer.write(piece.subarray(0, room), done));
        if (line.isCut || piece.length > room || line.lose?.(asked.url)) throw new Error("torn");
        sent += piece.length;
        answer.write(piece);
        if (isMeant && line.rate < Infinity) await wait((piece.length / line.rate) * 1000);
      }
    answer.end();
  }

  async function halved(body, came, answer) {
    answer.writeHead(came.statusCode, came.headers);
    await new Promise((done) => answer.write(body.subarray(0, body.length / 2), done));
    // What came is handed on before the line breaks, as over a radio.
    await wait(50);
    throw new Error("torn");
  }

  async function another(path, came) {
    const body = Buffer.concat(await came.toArray());
    const instead = line.changed(path, body, came.headers);
    if (instead === undefined) return Readable.from([body]);
    delete came.headers["transfer-encoding"];
    came.headers["content-length"] = String(instead.length);
    return Readable.from([Buffer.from(instead)]);
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  line.at = `http://127.0.0.1:${server.address().port}`;
  line.close = () => new Promise((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  return line;
}
