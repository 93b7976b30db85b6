import { CountryFault, type CountryTransport, type FaultDetails, type RawAnswer, type RawPartial } from '../countries';

export type Reply = RawAnswer | FaultDetails | 'NEVER';

const france = { code: 'FR', name: 'France' };
const OK: RawAnswer = { status: 200, body: '{"data":{"a":{"b":1}}}' };

/** A country's server in memory: gives the replies it was told to, one after another, then always the last. */
export class FakeTransport implements CountryTransport {
  readonly posts: { readonly body: string; readonly headers: Readonly<Record<string, string>>; readonly timeoutMs: number }[] = [];
  probes = 0;
  replies: Reply[] = [OK];
  probeReplies: Reply[] = [{ status: 200, body: '{"status":"ok","version":"1.2.3"}' }];
  closed = false;
  destroyed = false;

  async post(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<RawAnswer> {
    this.posts.push({ body, headers, timeoutMs });
    return this.reply(this.replies);
  }

  async askPartial(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<RawPartial> {
    const reply = await this.post(body, headers, timeoutMs);
    const unsaid = { state: undefined, layout: undefined, disclosureSettings: undefined, leftOut: false };
    return { ...unsaid, status: reply.status, body: Buffer.from(reply.body) };
  }

  async probe(): Promise<RawAnswer> {
    this.probes += 1;
    return this.reply(this.probeReplies);
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  async destroy(): Promise<void> {
    this.destroyed = true;
  }

  private async reply(replies: Reply[]): Promise<RawAnswer> {
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? OK;
    if (reply === 'NEVER') return new Promise(() => undefined);
    if ('kind' in reply) throw new CountryFault(france, reply);
    return reply;
  }
}
