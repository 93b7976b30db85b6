import { buildSupergraph, type JoiningCountry } from './build-supergraph';
import type { Subgraph } from './compose-supergraph';

const austria = { code: 'AT', name: 'Austria' };
const france = { code: 'FR', name: 'France' };
const italy = { code: 'IT', name: 'Italy' };
const joining = (country: { code: string; name: string }, ...schemas: string[]): JoiningCountry => ({ country, schemas });

/** Composes unless a schema is bad, or new beside old ones; the supergraph tells what it was made of. */
async function compose(subgraphs: readonly Subgraph[]): Promise<{ supergraph: string } | { problems: string[] }> {
  const sdls = subgraphs.map(({ sdl }) => sdl);
  if (sdls.includes('bad')) return { problems: ['bad does not compose'] };
  if (sdls.includes('new') && sdls.includes('old')) return { problems: ['new and old do not go together'] };
  return { supergraph: subgraphs.map(({ name, sdl }) => `${name}=${sdl}`).join(' ') };
}
const europeSdl = async (countries: readonly { code: string }[]): Promise<string> => countries.map(({ code }) => code).join('+');

describe('building a supergraph', () => {
  it("takes each country's best schema", async () => {
    const built = await buildSupergraph([joining(austria, 'a', 'b'), joining(france, 'c')], [], europeSdl, compose);
    expect(built).toEqual({
      supergraph: 'europe=AT+FR austria=a france=c',
      joined: [
        { country: austria, sdl: 'a' },
        { country: france, sdl: 'c' },
      ],
      problems: new Map(),
    });
  });

  it('takes the next schema of a country whose best one does not compose', async () => {
    const built = await buildSupergraph([joining(austria, 'a'), joining(france, 'bad', 'c')], [], europeSdl, compose);
    expect(built.supergraph).toBe('europe=AT+FR austria=a france=c');
    expect(built.problems).toEqual(new Map([['FR', 'bad does not compose']]));
  });

  it('leaves out a country none of whose schemas composes', async () => {
    const built = await buildSupergraph([joining(austria, 'bad'), joining(france, 'c')], [], europeSdl, compose);
    expect(built.supergraph).toBe('europe=FR france=c');
    expect(built.problems).toEqual(new Map([['AT', 'bad does not compose']]));
  });

  it('begins with what is known to go together', async () => {
    const known = [
      { country: austria, sdl: 'old' },
      { country: italy, sdl: 'old' },
    ];
    const built = await buildSupergraph(
      [joining(austria, 'new', 'old'), joining(france, 'c'), joining(italy, 'old')],
      known,
      europeSdl,
      compose,
    );
    expect(built.supergraph).toBe('europe=AT+FR+IT austria=old france=c italy=old');
    expect(built.problems).toEqual(new Map([['AT', 'new and old do not go together']]));
  });

  it('takes what goes together once all have it', async () => {
    const known = [
      { country: austria, sdl: 'old' },
      { country: italy, sdl: 'old' },
    ];
    const built = await buildSupergraph([joining(austria, 'new', 'old'), joining(italy, 'new', 'old')], known, europeSdl, compose);
    expect(built.supergraph).toBe('europe=AT+IT austria=new italy=new');
  });

  it('takes the last resort of all where nothing is known yet, as when the hub is newer than its countries', async () => {
    const counted = jest.fn(compose);
    const built = await buildSupergraph([joining(austria, 'old', 'new'), joining(italy, 'old', 'new')], [], async () => 'new', counted);
    expect(built.supergraph).toBe('europe=new austria=new italy=new');
    expect([...built.problems.keys()]).toEqual(['AT', 'IT']);
    expect(counted).toHaveBeenCalledTimes(4);
  });

  it('forgets countries that are registered no more', async () => {
    const known = [{ country: italy, sdl: 'old' }];
    const built = await buildSupergraph([joining(austria, 'bad', 'a')], known, europeSdl, compose);
    expect(built.supergraph).toBe('europe=AT austria=a');
  });

  it('does without countries', async () => {
    expect((await buildSupergraph([], [], europeSdl, compose)).supergraph).toBe('europe=');
  });

  it("fails when the hub's own schema does not compose", async () => {
    await expect(buildSupergraph([], [], async () => 'bad', compose)).rejects.toThrow('bad does not compose');
  });
});
