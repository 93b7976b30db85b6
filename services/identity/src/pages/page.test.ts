import { signInPage } from './sign-in-page';

test("a country's name is text on the page, whatever is in it", () => {
  const page = signInPage([{ subject: 'a"><script>', name: `<img src=x onerror='alert(1)'> & co`, claims: { roles: ['LEAD'] } }]);
  expect(page).not.toMatch(/<script|<img/);
  expect(page).toContain('value="a&#34;&#62;&#60;script&#62;"');
  expect(page).toContain('&#60;img src=x onerror=&#39;alert(1)&#39;&#62; &#38; co');
});
