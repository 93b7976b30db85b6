import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { PARTIAL_PATH } from '@registry-hub/shared/partial-exchange';

/** A question for partials as it went by, with the answer's vector. */
export interface OverheardPartial {
  readonly question: string;
  readonly bytes: Uint8Array;
}

/** Stands between the hub and one country, hands on what it gets, and keeps what anybody on the wire sees of partials. */
export class ListeningProxy {
  readonly partials: OverheardPartial[] = [];
  /** Called when a question for partials has come, before it is handed on. */
  beforePartial: () => void = () => undefined;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** @param target the country's GraphQL address */
  static async open(target: string): Promise<ListeningProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const proxy = new ListeningProxy(server, `http://127.0.0.1:${port}/graphql`);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      // a country that is gone is to look gone
      proxy.handOn(request, response, new URL(target).origin).catch(() => request.socket.destroy());
    });
    return proxy;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private async handOn(request: IncomingMessage, response: ServerResponse, origin: string): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const body = await buffer(request);
    const isPartial = url === PARTIAL_PATH;
    if (isPartial) this.beforePartial();
    const kept = Object.entries(headers).filter(([name]) => /^(authorization|content-type|x-)/.test(name));
    const answer = await fetch(`${origin}${url}`, {
      method,
      headers: kept.map(([name, value]): [string, string] => [name, String(value)]),
      ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (isPartial && answer.status === 200) this.partials.push({ question: body.toString(), bytes });
    const told = [...answer.headers].filter(([name]) => /^(content-type|x-)/.test(name));
    response.writeHead(answer.status, Object.fromEntries(told)).end(bytes);
  }
}
