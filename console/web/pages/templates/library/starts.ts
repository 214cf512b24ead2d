// What a new template or block begins with, and the name that it may have.
import type { Source } from '../template.ts';

/** "Spring letter" becomes "spring-letter". */
export const idFrom = (written: string): string =>
  written
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

export const blankTemplate: Source = {
  kind: 'marketing',
  subject: "Hello {{ person.first_name | default: 'there' }}",
  mjml: `<mjml lang="en" dir="ltr">
  <mj-head>
    <mj-attributes>
      <mj-all font-family="Helvetica, Arial, sans-serif" />
      <mj-text font-size="16px" line-height="1.6" />
    </mj-attributes>
  </mj-head>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text>
          <h1>Hello {{ person.first_name | default: 'there' }}</h1>
          <p>Say one thing, and ask for one thing.</p>
        </mj-text>
      </mj-column>
    </mj-section>
    <mj-section>
      <mj-column>
        <mj-text font-size="13px">
          {{ organization.name }}, {{ organization.address }}<br />
          <a href="{{ unsubscribe_url }}">Unsubscribe</a>
        </mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`,
};

export const blankBlock = {
  mjml: `<mj-section>
  <mj-column>
    <mj-text>What templates share.</mj-text>
  </mj-column>
</mj-section>
`,
};
