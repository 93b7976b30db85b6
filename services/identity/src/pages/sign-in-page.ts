import type { DevelopmentAccount } from '../accounts';
import { escaped, page } from './page';

/** The list of accounts, each a button that signs in as it. */
export function signInPage(accounts: readonly DevelopmentAccount[]): string {
  const items = accounts.map(
    ({ subject, name }) => `<li><button name="account" value="${escaped(subject)}">${escaped(name)}</button></li>`,
  );
  return page(
    'Sign in to Registry Hub',
    `<p>This is the development provider of this machine. These people do not exist, and none has a password.</p>
<form method="post"><ul>
${items.join('\n')}
</ul></form>`,
  );
}
