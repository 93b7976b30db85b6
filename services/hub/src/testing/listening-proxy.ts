import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A question for partials as it went by, with the answer's vector. */
export interface OverheardPartial {
  readonly question: string;
  readonly counts: string;
}

interface Operation {
  readonly variables?: { readonly question?: string };
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
    const operation = method === 'POST' ? ((await json(request)) as Operation) : undefined;
    const question = operation?.variables?.question;
    if (question !== undefined) this.beforePartial();
    const kept = Object.entries(headers).filter(([name]) => /^(authorization|content-type|x-)/.test(name));
    const answer = await fetch(`${origin}${url}`, {
      method,
      headers: kept.map(([name, value]): [string, string] => [name, String(value)]),
      ...(operation === undefined ? {} : { body: JSON.stringify(operation) }),
    });
    const text = await answer.text();
    if (question !== undefined) this.listen(question, text);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  }

  private listen(question: string, text: string): void {
    const { data } = JSON.parse(text) as { data?: { partial?: { counts?: string | null } } };
    const counts = data?.partial?.counts;
    if (typeof counts === 'string') this.partials.push({ question, counts });
  }
}
