export type FieldArguments = Readonly<Record<string, unknown>>;

/** Arguments, and fields of `input` and `filter`, that hold a centre's code or a patient's, which begins with its centre's. */
const CODES = /^(code|center|centerCode|patientCode)s?$/;
const HOLDERS = ['input', 'filter'];

/** Every code of a centre or patient that a field is asked with. Who gives none asks for what the own centre has. */
export function centerCodesIn(args: FieldArguments): readonly string[] {
  return [args, ...HOLDERS.map((name) => args[name] ?? {})].flatMap((holder) =>
    Object.entries(holder as FieldArguments)
      .filter(([name]) => CODES.test(name))
      .flatMap(([, value]) => value ?? [])
      .map(String),
  );
}
