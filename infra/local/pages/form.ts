// A lead form as it would stand on a site: plain HTML that posts to the form endpoint, no script.

export const formPage = (writeKey: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stay in touch</title>
<style>
  body { font: 17px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0; background: #f6f5f1; color: #22302a }
  form { background: #fff; padding: 2rem; border-radius: 12px; width: min(24rem, 90vw); box-sizing: border-box; box-shadow: 0 8px 30px #0001 }
  h1 { margin: 0 0 1rem; font-size: 1.4rem }
  label { display: block; margin: 0 0 1rem }
  input:not([type=checkbox]) { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .5rem .7rem; border: 1px solid #b9c2bc; border-radius: 6px }
  .consent { display: flex; gap: .6rem; align-items: start; font-size: .9rem }
  .consent input { margin-top: .3rem }
  button { font: inherit; padding: .6rem 1.2rem; border: 0; border-radius: 6px; background: #1f6f4a; color: #fff; cursor: pointer }
  .trap { position: absolute; left: -9999px }
</style>
<form method="post" action="/f/${writeKey}">
  <h1>Stay in touch</h1>
  <label>First name <input name="first_name" autocomplete="given-name"></label>
  <label>Email <input name="email" type="email" required autocomplete="email"></label>
  <label class="consent">
    <input type="checkbox" name="consent" value="yes">
    <span>${consentWording}</span>
  </label>
  <input type="hidden" name="consent_wording" value="${consentWording}">
  <p class="trap" aria-hidden="true"><label>Leave this empty <input name="_gotcha" tabindex="-1" autocomplete="off"></label></p>
  <button>Sign up</button>
</form>
</html>
`;

const consentWording =
  'Yes, send me tips and offers by email. I can unsubscribe at any time with one click.';
