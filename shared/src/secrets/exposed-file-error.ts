/** A file with a secret that others than its owner may read: the message is one sentence with the file and the mode to set. */
export class ExposedFileError extends Error {
  override readonly name = 'ExposedFileError';

  constructor(path: string, mode: number) {
    super(`${path} holds a secret that others can read (mode ${octal(mode)}): set its mode to 0600, as by chmod 600 ${path}.`);
  }
}

function octal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}
