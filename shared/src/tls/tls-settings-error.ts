/** A certificate or key can't be used as set: the message is one sentence that names the setting. */
export class TlsSettingsError extends Error {
  override readonly name = 'TlsSettingsError';
}
