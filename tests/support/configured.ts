/** For tests of what writes mails: the environment that a portal is started with. Imported before anything reads it. */
Object.assign(process.env, {
  DATABASE_URL: "postgres://unused:unused@127.0.0.1:1/unused",
  EMPALME_SECRET: "a secret of the tests, of thirty-two characters",
  APP_URL: "http://localhost:3000",
  EMPALME_DEMONSTRATION: "1",
});
