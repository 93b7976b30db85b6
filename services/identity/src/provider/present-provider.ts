import { readPrivateFile } from '@registry-hub/shared/secrets';
import type { Provider } from 'oidc-provider';
import { type SigningKey, signingKeyOf } from './signing-key';

/**
 * The provider with the key that signs now: once the key in the file is another, a provider that has it, and to which
 * everybody signs in anew.
 *
 * @throws Error when the file holds no key
 */
export function presentProvider(keyFile: string, create: (key: SigningKey) => Provider): () => Provider {
  const read = (): string => readPrivateFile(keyFile);
  let text = read();
  let provider = create(signingKeyOf(text));
  return () => {
    const latest = read();
    if (latest !== text) {
      provider = create(signingKeyOf(latest));
      text = latest;
    }
    return provider;
  };
}
