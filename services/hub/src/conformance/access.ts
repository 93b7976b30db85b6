import { questionSigner, type SignQuestion } from '@registry-hub/shared/identity';
import type { Participant } from '@registry-hub/shared/masking';
import type { DataFolder } from '../data-folder';
import { issueToken, tokenRequest } from '../issuer';
import { NotTried } from './deviation';

/** Who asks: one with each role, a coordinator of another country, and one whose token has expired. */
export const askers = ['coordinator', 'validator', 'center', 'lead', 'dashboard', 'admin', 'foreign', 'expired'] as const;
export type Asker = (typeof askers)[number];

/** As they follow "to". */
export const askerWords: Readonly<Record<Asker, string>> = {
  coordinator: 'a coordinator of the country',
  validator: 'a validator of the country',
  center: 'a centre of the country',
  lead: 'a lead',
  dashboard: 'a dashboard',
  admin: 'an admin',
  foreign: 'a coordinator of another country',
  expired: 'somebody whose token has expired',
};

/** Tokens that were given for this registry, by who asks. */
export type GivenTokens = Readonly<Partial<Record<Asker, string>>>;

/** What opens a registry's doors. */
export interface Access {
  /** @throws NotTried when there is no such token */
  tokenOf(asker: Asker, country: string): Promise<string>;
  /** @throws NotTried without the key of a hub that the registry trusts */
  readonly signQuestion: SignQuestion;
  /** Other countries of the hub, with the keys under which they mask. */
  readonly peers: () => Promise<readonly Participant[]>;
}

/** What access is made from. */
export interface AccessSources {
  readonly tokens: GivenTokens;
  /** Where the development issuer whose tokens the registry takes has its keys. */
  readonly issuer: DataFolder['identity'] | undefined;
  /** The private key of the hub whose questions the registry answers. */
  readonly hubKey: string | undefined;
  readonly peers: () => Promise<readonly Participant[]>;
}

const EXPIRED_SINCE_SECONDS = 600;

/** A given token goes before one of the development issuer. */
export function openAccess({ tokens, issuer, hubKey, peers }: AccessSources): Access {
  const sign = hubKey === undefined ? undefined : questionSigner(hubKey);
  return {
    tokenOf: async (asker, country) => {
      const given = tokens[asker];
      if (given !== undefined) return given;
      if (issuer === undefined) throw new NotTried(`there is no token for it, --token-${asker}`);
      return issueToken(issuer, requestOf(asker, country));
    },
    signQuestion: async (countries, question) => {
      if (sign === undefined) throw new NotTried('there is no key of a hub that the registry trusts, --hub-key');
      return sign(countries, question);
    },
    peers,
  };
}

function requestOf(asker: Asker, country: string): Parameters<typeof issueToken>[1] {
  const subject = `conformance-${asker}`;
  switch (asker) {
    case 'foreign':
      return tokenRequest({ role: 'coordinator', country: country === 'FR' ? 'DE' : 'FR', subject });
    case 'center':
      return tokenRequest({ role: 'center', center: `${country}-001`, subject });
    case 'coordinator':
    case 'validator':
      return tokenRequest({ role: asker, country, subject });
    case 'expired':
      return { ...tokenRequest({ role: 'lead', subject }), lifetimeSeconds: -EXPIRED_SINCE_SECONDS };
    case 'lead':
    case 'dashboard':
    case 'admin':
      return tokenRequest({ role: asker, subject });
  }
}
