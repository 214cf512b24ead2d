// What the check of a domain finds, and what to do about it.
import { marked as t } from '../phrase.ts';

export const advice = [
  t(
    'SES has not told the three DKIM names of {{domain}}: they are among the outputs of the deployment, and in the console of SES.',
  ),
  t('{{domain}} leads to the key of Amazon.'),
  t('{{domain}} holds a key. Your DNS host shows it in place of the CNAME.'),
  t('{{domain}} is missing: without it mail is not signed, and Gmail refuses it.'),
  t(
    '{{domain}} leads somewhere else. Where a proxy can be switched on for a record, switch it off.',
  ),
  t(
    '{{domain}} has no MX record: SES then sends under a name of its own, and SPF does not speak for you.',
  ),
  t(
    '{{domain}} must have one MX record, and it must be the one of SES: nothing else may receive mail there.',
  ),
  t('Bounces to {{domain}} reach SES.'),
  t('{{domain}} receives mail.'),
  t('{{domain}} says that it takes no mail at all: many mailboxes refuse mail from such a domain.'),
  t(
    '{{domain}} has no MX record: answers to your mail get lost, and some mailboxes refuse it. Your mail host tells you which to add.',
  ),
  t('{{domain}}, where bounces go, does not say that Amazon may send for it: SPF fails.'),
  t('{{domain}} does not say who may send for it. Our mail passes without it.'),
  t(
    '{{domain}} does not say who may send for it. Whoever runs {{host}} tells which term they want there; this one names that server itself.',
  ),
  t('{{domain}} holds the key that our signature is made with.'),
  t(
    '{{domain}} is missing: without it our signature counts for nothing, and Gmail refuses the mail.',
  ),
  t(
    '{{domain}} must hold this key and no other: mail is signed with the one in dkim.pem of the data folder.',
  ),
  t(
    '{{domain}} has no DMARC policy: Gmail, Yahoo and Outlook want one of whoever sends to many. This one changes nothing yet, and has reports sent to you.',
  ),
  t('There are {{amount}} DMARC records at {{domain}}: then none counts. Keep one.'),
  t('The DMARC record at {{domain}} has no policy that is known: p is none, quarantine or reject.'),
  t(
    'The DMARC policy is "none": good to begin with. Once the reports show that all your mail passes, say "quarantine", so that nobody can pass for you.',
  ),
  t('Mail that says it is from {{domain}} and is not is refused.'),
  t('Mail that says it is from {{domain}} and is not is put among spam.'),
  t(
    'The DMARC record asks that DKIM signs as {{domain}} exactly (adkim=s), and it signs as {{domain2}}: then all our mail fails.',
  ),
  t(
    'DNS did not answer for {{domain}}. Ask again in a while; if it stays so, look at the name servers of the domain.',
  ),
  t('{{domain}} has {{amount}} SPF records: then none counts. Make them one.'),
  t('{{domain}} says who may send for it.'),
  t('"{{term}}" lets the whole world send as {{domain}}. Put ~all in its place.'),
  t(
    'The SPF record of {{domain}} makes mailboxes ask {{amount}} questions, and they ask {{amount2}}: then it fails. Take out includes that nobody sends by any more.',
  ),
  t('The SPF record of {{domain}} does not let Amazon send.'),
  t('The SPF record of {{domain}} does not say what others are: end it with ~all.'),
] as const;
