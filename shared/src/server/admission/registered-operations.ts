import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { z } from 'zod';

type PersistedQueries = Exclude<NonNullable<ApolloServerOptions<BaseContext>['persistedQueries']>, false>;

const registerForm = z.record(z.string().regex(/^[\da-f]{64}$/), z.string().min(1));

/** Operations that a client's makers handed in, by the SHA-256 of their text, in hexadecimal. */
export class RegisteredOperations {
  private constructor(private readonly texts: ReadonlyMap<string, string>) {}

  static none(): RegisteredOperations {
    return new RegisteredOperations(new Map());
  }

  /** Reads `{ "<sha256>": "<text>" }`. @throws Error that names the entry whose digest isn't that of its text */
  static fromFile(file: string): RegisteredOperations {
    const register = registerForm.parse(JSON.parse(readFileSync(file, 'utf8')));
    const wrong = Object.entries(register).find(([digest, text]) => digestOf(text) !== digest);
    if (wrong !== undefined) throw new Error(`${file}: ${wrong[0]} is not the SHA-256 of its operation`);
    return new RegisteredOperations(new Map(Object.entries(register)));
  }

  get isEmpty(): boolean {
    return this.texts.size === 0;
  }

  textOf(digest: string): string | undefined {
    return this.texts.get(digest);
  }

  includes(text: string): boolean {
    return this.texts.has(digestOf(text));
  }

  /** For the server's requests by hash: it finds these, and none that a client would add. */
  get asPersistedQueries(): PersistedQueries | false {
    if (this.isEmpty) return false;
    return {
      cache: {
        get: async (key) => this.texts.get(key.replace(/^apq:/, '')),
        set: async () => undefined,
        delete: async () => false,
      },
    };
  }
}

/** SHA-256, in hexadecimal. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
