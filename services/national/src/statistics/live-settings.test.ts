import { commonDisclosureSettings } from '@registry-hub/shared/domain';
import { LiveSettings } from './live-settings';

const state = (revision: number) => ({ revision, name: `${revision}.700` });

describe('settings in memory', () => {
  it('are read once for each state of the registry', async () => {
    const source = jest.fn(async () => commonDisclosureSettings);
    const settings = new LiveSettings(source);
    await Promise.all([settings.at(state(1)), settings.at(state(1))]);
    expect(source).toHaveBeenCalledTimes(1);
    expect(await settings.at(state(2))).toBe(commonDisclosureSettings);
    expect(source).toHaveBeenCalledTimes(2);
  });

  it('are read again when they could not be', async () => {
    const source = jest.fn(async () => commonDisclosureSettings);
    source.mockRejectedValueOnce(new Error('the connection was lost'));
    const settings = new LiveSettings(source);
    await expect(settings.at(state(1))).rejects.toThrow('the connection was lost');
    expect(await settings.at(state(1))).toBe(commonDisclosureSettings);
  });
});
