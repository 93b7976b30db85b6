import { escaped, page } from './page';

/** Why a sign-in went no further. */
export function faultPage(reason: string): string {
  return page('This sign-in can not go on', `<p>${escaped(reason)}</p>`);
}

/** Asks whether to sign out. @param form the provider's own form, HTML, with the id `op.logoutForm` */
export function signOutPage(form: string): string {
  return page('Sign out of Registry Hub?', `${form}\n<p><button form="op.logoutForm" name="logout" value="yes">Sign out</button></p>`);
}

export function signedOutPage(): string {
  return page('Signed out', '<p>You are signed out of Registry Hub.</p>');
}
