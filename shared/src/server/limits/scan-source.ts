import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { OperationLimits } from './operation-limits';
import { tooComplex } from './too-complex';

const OPENING: readonly string[] = [TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L];
const CLOSING: readonly string[] = [TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R];

/**
 * Looks over a document's text before it is parsed, which takes a stack as deep as its brackets.
 *
 * @throws HubError QUERY_TOO_COMPLEX. Text that is no GraphQL is left to the parser, which says so
 */
export function scanSource(text: string, limits: OperationLimits): void {
  if (text.length > limits.characters) throw tooComplex('characters', limits.characters, text.length);
  const lexer = new Lexer(new Source(text));
  let nesting = 0;
  try {
    for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens += 1) {
      if (tokens >= limits.tokens) throw tooComplex('tokens', limits.tokens);
      if (OPENING.includes(lexer.token.kind)) nesting += 1;
      if (CLOSING.includes(lexer.token.kind)) nesting -= 1;
      if (nesting > limits.nesting) throw tooComplex('brackets within brackets', limits.nesting);
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}
