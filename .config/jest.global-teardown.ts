/** Ends the test database of this run, if one was started. */
export default async function endTestDatabase(): Promise<void> {
  const starter = process.env['TEST_DATABASE_STARTER'];
  if (starter !== undefined) await fetch(starter, { method: 'DELETE' });
}
