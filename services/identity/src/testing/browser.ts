/** A browser as far as signing in needs one: it keeps cookies and follows redirections, but for those that leave the provider. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Opens an address. @returns the last answer, and where it was found or where it leads away */
  async open(address: string, form?: Readonly<Record<string, string>>): Promise<{ readonly url: URL; readonly response: Response }> {
    const url = new URL(address, this.#origin);
    if (url.origin !== this.#origin) return { url, response: new Response() };
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const next = response.headers.get('location');
    if (next === null) return { url, response };
    await response.body?.cancel();
    return this.open(new URL(next, url).href);
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';', 1);
    const [name = '', value = ''] = pair.split('=', 2);
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
