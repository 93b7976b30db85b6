import { readDisclosureSettings } from '@registry-hub/shared/disclosure';
import { decodeSumVector, newQuestionId } from '@registry-hub/shared/masking';
import { DISCLOSURE_HEADER, LAYOUT_HEADER, readRefusal, STATE_HEADER } from '@registry-hub/shared/partial-exchange';
import { LAYOUT_VERSION, vectorLayout } from '@registry-hub/shared/statistics';
import type { Check } from '../check';
import { expectSame, expectThat } from '../deviation';
import { askPartial, participantsWith, sampleQuestion } from '../partial-asker';
import type { Answer, RegistryUnderTest } from '../registry-under-test';

const AN_HOUR_MS = 3_600_000;

function expectGiven(answer: Answer): Answer {
  expectThat(answer.status === 200, 'status 200 with sums', {
    status: answer.status,
    told: Buffer.from(answer.bytes.subarray(0, 300)).toString(),
  });
  return answer;
}

function expectRefused(answer: Answer): void {
  expectSame(409, answer.status, 'status ');
  expectThat(readRefusal(answer.bytes) !== undefined, '{"code","message","countries"}', Buffer.from(answer.bytes).toString());
}

async function sample(registry: RegistryUnderTest): Promise<ReturnType<typeof sampleQuestion>> {
  return sampleQuestion(await participantsWith(registry));
}

/** What the hub gets of it, for pooled figures. */
export const partialChecks: readonly Check[] = [
  {
    id: 'partials.unsigned',
    sentence: 'POST /partial without the signature of a hub is FORBIDDEN, whoever asks.',
    run: async (registry) => {
      // nothing of it is looked at without a signature
      const question = sampleQuestion([{ country: registry.code, publicKey: '' }]);
      for (const asker of ['lead', 'coordinator', 'admin'] as const) {
        const { status, codes } = await askPartial(registry, question, { asker, signed: 'none' });
        expectSame({ status: 403, codes: ['FORBIDDEN'] }, { status, codes }, `for ${asker} `);
      }
    },
  },
  {
    id: 'partials.other-signature',
    sentence: 'A signature of another question opens nothing.',
    run: async (registry) => {
      const { status, codes } = await askPartial(registry, await sample(registry), { signed: '{}' });
      expectSame({ status: 403, codes: ['FORBIDDEN'] }, { status, codes });
    },
  },
  {
    id: 'partials.role',
    sentence: 'Whoever has no right to European figures gets no sums for them, signed or not.',
    run: async (registry) => {
      const { status } = await askPartial(registry, await sample(registry), { asker: 'admin' });
      expectSame(403, status, 'status ');
    },
  },
  {
    id: 'partials.layout',
    sentence: 'A question of another layout is answered 406, with the layout that the registry speaks.',
    run: async (registry) => {
      const { status, headers } = await askPartial(registry, { ...(await sample(registry)), layoutVersion: LAYOUT_VERSION + 1 });
      expectSame({ status: 406, layout: String(LAYOUT_VERSION) }, { status, layout: headers.get(LAYOUT_HEADER) });
    },
  },
  {
    id: 'partials.length',
    sentence:
      "The answer's vector is as long as the question's layout says, with the state and what the country asks of disclosure control.",
    run: async (registry) => {
      const question = await sample(registry);
      const { bytes, headers } = expectGiven(await askPartial(registry, question));
      const { counts, sums } = vectorLayout(question, question.round?.plans ?? []);
      try {
        decodeSumVector(bytes, { counts, fixed: sums });
      } catch {
        expectSame(`${counts} counts and ${sums} sums`, `${bytes.length} bytes`);
      }
      expectThat(headers.get(STATE_HEADER) !== null, `the header ${STATE_HEADER}`, [...headers.keys()]);
      expectThat(readDisclosureSettings(headers.get(DISCLOSURE_HEADER) ?? '') !== undefined, `settings in ${DISCLOSURE_HEADER}`, [
        ...headers,
      ]);
    },
  },
  {
    id: 'partials.known-state',
    sentence: 'To whom knows its state the registry answers 304, and nothing else.',
    run: async (registry) => {
      const state = expectGiven(await askPartial(registry, await sample(registry))).headers.get(STATE_HEADER) ?? '';
      const { status, bytes } = await askPartial(registry, await sample(registry), { knownState: state });
      expectSame({ status: 304, bytes: 0 }, { status, bytes: bytes.length });
    },
  },
  {
    id: 'partials.masks',
    sentence: 'The same question under two ids has two answers, and under one id one.',
    run: async (registry) => {
      const question = await sample(registry);
      const first = expectGiven(await askPartial(registry, question)).bytes;
      expectThat(Buffer.from(first).equals(expectGiven(await askPartial(registry, question)).bytes), 'the same bytes again', 'others');
      const second = expectGiven(await askPartial(registry, await sample(registry))).bytes;
      expectThat(!Buffer.from(first).equals(second), 'other masks', 'the same bytes');
    },
  },
  {
    id: 'partials.once',
    sentence: 'Under an id that was answered no other question is.',
    run: async (registry) => {
      const participants = await participantsWith(registry);
      const questionId = newQuestionId(new Date());
      expectGiven(await askPartial(registry, sampleQuestion(participants, { questionId })));
      expectRefused(await askPartial(registry, sampleQuestion(participants, { questionId, figures: [{ kind: 'size' }] })));
    },
  },
  {
    id: 'partials.old-id',
    sentence: 'An id that is an hour old is not answered.',
    run: async (registry) => {
      const questionId = newQuestionId(new Date(Date.now() - AN_HOUR_MS));
      expectRefused(await askPartial(registry, sampleQuestion(await participantsWith(registry), { questionId })));
    },
  },
  {
    id: 'partials.participants',
    sentence: 'Among fewer than three countries, without itself, or under a key that is not its own, the registry takes no part.',
    run: async (registry) => {
      const participants = await participantsWith(registry);
      const self = participants.filter(({ country }) => country === registry.code);
      const others = participants.filter(({ country }) => country !== registry.code);
      const other = { country: registry.code, publicKey: `${'A'.repeat(42)}E` };
      const { status } = await askPartial(
        registry,
        sampleQuestion([...self, ...others.slice(0, 1)].toSorted((a, b) => (a.country < b.country ? -1 : 1))),
      );
      expectThat(status === 400 || status === 409, 'status 400 or 409 for two countries', status);
      if (others.length > 2) expectRefused(await askPartial(registry, sampleQuestion(others)));
      expectRefused(await askPartial(registry, sampleQuestion([...others, other].toSorted((a, b) => (a.country < b.country ? -1 : 1)))));
    },
  },
  {
    id: 'partials.clear',
    sentence: 'Sums in clear are for those of the country alone.',
    run: async (registry) => {
      const { round: _none, ...question } = sampleQuestion([{ country: registry.code, publicKey: '' }]);
      const inClear = { ...question, filter: { registry: 'IMATINIB_FAILURE' as const, countries: [registry.code] } };
      for (const asker of ['lead', 'dashboard', 'foreign'] as const) {
        expectSame(403, (await askPartial(registry, inClear, { asker })).status, `for ${asker} status `);
      }
    },
  },
];
