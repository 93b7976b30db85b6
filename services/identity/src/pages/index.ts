export * from './notice-pages';
export * from './page';
export * from './sign-in-page';
