// Marketing without a way out or a postal address that every reader sees is refused, and so is what mail cannot show.
import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../../functions/channels/email/compile.ts';
import { Refused } from '../../../../functions/errors.ts';

const link = '<a href="{{ unsubscribe_url }}">Unsubscribe</a>';
const address = '{{ organization.address }}';
const text = (content: string) => `<mj-text>${content}</mj-text>`;
const footer = text(`${address} ${link}`);

const compile = (content: string, head = '') =>
  compileTemplate('offer', {
    ...{ kind: 'marketing', subject: 'Hello' },
    mjml: `<mjml><mj-head>${head}</mj-head><mj-body><mj-section><mj-column>${content}</mj-column></mj-section></mj-body></mjml>`,
  });

async function refusal(content: string, head?: string): Promise<string> {
  const error = await compile(content, head).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Refused);
  expect(error).toMatchObject({ status: 422 });
  return (error as Refused).message;
}

const both = `${address} ${link}`;

describe('the way out and the postal address are refused', () => {
  test.each([
    ['under a condition', text(`{% if person.vip %}${both}{% endif %}`)],
    ['under the other one', text(`{% unless person.vip %}${both}{% endunless %}`)],
    ['in a loop', text(`{% for item in event.items %}${both}{% endfor %}`)],
    ['in a case', text(`{% case person.plan %}{% when 'a' %}${both}{% endcase %}`)],
    [
      'in a captured condition',
      text(`{% capture c %}{% if person.a %}${both}{% endif %}{% endcapture %}{{ c }}`),
    ],
    ['in a comment', `<mj-raw><!-- ${both} --></mj-raw>`],
    ['for Outlook only', `<mj-raw><!--[if mso]>${both}<![endif]--></mj-raw>`],
    ['for all but Outlook', `<mj-raw><!--[if !mso]><!-->${both}<!--<![endif]--></mj-raw>`],
    ['not displayed', text(`<p style="color:red; display : none">${both}</p>`)],
    ['not visible', text(`<p style="visibility:hidden">${both}</p>`)],
    ['without a size', text(`<p style="font-size:0"><b style="font-size:2em">${both}</b></p>`)],
    ['hidden from Outlook', text(`<p style="mso-hide:all">${both}</p>`)],
    ['by a class', `<mj-text css-class="x">${both}</mj-text>`, '.y, div > .x { display: none }'],
    [
      'by a class on phones',
      `<mj-text css-class="x">${both}</mj-text>`,
      '@media (max-width: 480px) { .x { visibility: hidden } }',
    ],
    ['by a class of no size', text(`<p class="a x">${both}</p>`), 'p.x { font-size: 0 }'],
    ['in the color behind it', text(`<p style="color:#fff;background:#FFFFFF">${both}</p>`)],
    [
      'in the color of the paper',
      `<mj-text color="white">${address} <a href="{{ unsubscribe_url }}" style="color:rgb(255, 255, 255)">Go</a></mj-text>`,
    ],
    ['without a color', text(`<p style="color:transparent">${both}</p>`)],
    ['behind what may break off', text(`{% if person.a %}{% break %}{% endif %}${both}`)],
    [
      'behind what may break off inside',
      text(
        `{% capture c %}{% case person.a %}{% when 1 %}{% continue %}{% endcase %}{% endcapture %}${both}`,
      ),
    ],
    ['in one branch of two', text(`{% if person.a %}${both}{% else %}Hi{% endif %}`)],
    [
      'in a branch for some',
      text(`{% if person.a %}${both}{% elsif person.b %}${both}{% endif %}`),
    ],
    ['in a comment of Liquid', text(`{% comment %}${both}{% endcomment %}`)],
    ['as a title', text(`<p title="${address}"><a href="{{ unsubscribe_url }}"></a></p>`)],
    ['as a link of blanks', text('<a href="{{ unsubscribe_url }}">&nbsp;&#8203;</a>')],
    [
      'assigned and not printed',
      text('{% assign u = unsubscribe_url %}{% assign o = organization.address %}'),
    ],
    [
      'in place of what is missing',
      text(
        `{{ person.o | default: organization.address }} <a href="{{ person.u | default: unsubscribe_url }}">Go</a>`,
      ),
    ],
  ])('%s', async (_, content, css = '') => {
    const said = await refusal(content, css && `<mj-style>${css}</mj-style>`);
    expect(said).toContain('marketing needs a visible link to {{ unsubscribe_url }}');
    expect(said).toContain('marketing needs the postal address: {{ organization.address }}');
    expect(said).toContain('where every reader sees it');
  });
});

test.each([
  ['a button', `<mj-button href="{{ unsubscribe_url }}">Leave</mj-button>${text(address)}`],
  [
    'an image with words',
    `<mj-image href="{{ unsubscribe_url }}" src="https://a.example/x.png" alt="Leave" />${text(address)}`,
  ],
  [
    'what was captured or assigned',
    text(
      `{% capture c %}${link}{% endcapture %}{{ c }}{% assign a = organization.address | upcase %}{{ a }}`,
    ),
  ],
  [
    'in every branch of a condition',
    text(`{% if person.a %}Hi ${both}{% elsif person.b %}${both}{% else %}${both}{% endif %}`),
  ],
  [
    'in every branch of a case, each in one of its own',
    text(
      `{% case person.a %}{% when 1 %}${link}{% else %}${link}{% endcase %}{% unless person.b %}${address}{% else %}${address}{% endunless %}`,
    ),
  ],
  [
    'behind a loop that breaks',
    text(`{% for a in event.b %}{% if a.c %}{% break %}{% endif %}{% endfor %}${both}`),
  ],
  [
    'white on green',
    `<mj-text container-background-color="#17563f" color="#fff">${address} <a href="{{ unsubscribe_url }}" style="color:#fff">Go</a></mj-text>`,
  ],
  [
    'a part with a size of its own',
    text(`<p style="font-size:0"><b style="font-size:12px">${both}</b></p>`),
  ],
])('the way out may be %s', async (_, content) => {
  await expect(compile(content)).resolves.toBeDefined();
});

describe('what mail cannot show is refused:', () => {
  test.each([
    ['<mj-image src="javascript:alert(1)" alt="" />', 'the image "javascript:alert(1)"'],
    ['<mj-image src="java&#115;cript:alert(1)" alt="" />', 'the image "'],
    ['<mj-raw><meta http-equiv=refresh content="0;url=https://a.example"></mj-raw>', 'refresh'],
    ['<mj-raw><base href="https://a.example/"></mj-raw>', '<base>'],
    ['<mj-raw><link rel="stylesheet" href="https://a.example/a.css"></mj-raw>', 'style sheets'],
    ['<mj-raw><video src="https://a.example/a.mp4"></video></mj-raw>', 'sound and film'],
    ['<mj-raw><audio src="https://a.example/a.mp3"></audio></mj-raw>', 'sound and film'],
  ])('%s', async (content, reason) => {
    expect(await refusal(content + footer)).toContain(reason);
  });

  test('but a font that the author has asked for', async () => {
    const font = '<mj-font name="Raleway" href="https://a.example/raleway.css" />';
    const { html } = await compile(`<mj-text font-family="Raleway">Hi</mj-text>${footer}`, font);
    expect(html).toContain('https://a.example/raleway.css');
  });
});

test('a mail that grows too large once it is compiled says how large it may be', async () => {
  const said = await refusal('<mj-text>a b</mj-text>'.repeat(8_000) + footer);
  expect(said).toMatch(
    /too large: \d+ characters, where 500000 are the most \(Gmail shows.*102 KB/,
  );
}, 60_000);
