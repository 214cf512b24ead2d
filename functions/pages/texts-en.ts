// What the pages behind the links of a mail say, in English. The other languages have the same keys. What is in braces is
// filled in; it may stand anywhere.
export const en = {
  ownName: 'English',
  readIn: 'Read this page in',

  wrongLinkTitle: 'This link does not work',
  wrongLinkText:
    'It may have been cut when it was copied. Please open it in the email itself, or answer the email and tell {organization} what you wanted.',
  troubleTitle: 'That did not work',
  troubleText:
    'Something went wrong on our side, and nothing was changed. Please try again in a minute.',

  leaveTitle: 'Stop marketing emails?',
  leaveText:
    'You will no longer get offers, tips and news from {organization}. Messages about your account and your orders still reach you.',
  leaveTopic: 'Only stop “{topic}”',
  leaveAll: 'Stop all marketing emails',
  leaveNothing: 'Changed your mind? Close this page and nothing changes.',
  leaveChoose: 'Choose what you get instead',
  leftTitle: 'You are unsubscribed',
  leftText:
    '{organization} will not send you marketing emails any more. An email that is already on its way may still arrive.',
  leftTopicText:
    '{organization} will not write to you about “{topic}” any more. An email that is already on its way may still arrive.',
  leftUndo: 'Not what you wanted? Choose what you get',

  choiceTitle: 'What we send you',
  choiceText: '{organization} writes to {address}. Here you decide what you get.',
  saved: 'Saved.',
  stateOn: 'You get marketing emails from {organization}.',
  stateTopics: 'You get marketing emails from {organization}, on the topics ticked below.',
  stateSome: 'You get no marketing emails, except about what is ticked below.',
  stateOff: 'You get no marketing emails from {organization}.',
  stateUnsaid: 'You have said neither yes nor no to marketing emails from {organization}.',
  statePaused: 'No marketing emails until {date}.',
  statePending: 'Your yes still waits for you to confirm it. Please look for our email.',
  stateSuppressed: 'You have marked an email of ours as spam, so we send you no marketing emails.',

  topicsTitle: 'What would you like to read about?',
  topicsSave: 'Save my choice',

  pauseTitle: 'Take a break',
  pauseText: 'We keep quiet for as long as you like, and your choices stay as they are.',
  pauseFor: '{days} days',
  pausedText: 'We keep quiet until {date}.',
  pauseEnd: 'End the break now',

  allTitle: 'All marketing emails',
  allOffText:
    'One click, and it all ends: offers, tips and news. Messages about your account and your orders still reach you.',
  allOff: 'Stop all marketing emails',
  allOnText:
    'Yes, send me offers, tips and news from {organization} by email. I can stop them at any time on this page.',
  allOn: 'Send me marketing emails',

  trackingTitle: 'What we see',
  trackedText:
    'We see whether you open our emails and which links you click, so that we can send you more of what you like.',
  trackingOff: 'Do not watch what I open and click',
  untrackedText: 'We do not watch which of our emails you open and which links you click.',
  trackingOn: 'You may watch what I open and click',

  languageTitle: 'Language of our emails',
  languageText: 'We write to you in this language wherever we have it.',
  languageSave: 'Save the language',

  dataTitle: 'Your data',
  dataText:
    'You can have a copy of everything that we keep about you, or have all of it erased. So that nobody else can ask for it, we first send an email to {address}.',
  dataAsk: 'Send me my data',
  eraseAsk: 'Erase all my data',
  dataOwner:
    'Want a copy of everything that we keep about you, or have it erased? Please write to {owner}.',
  dataOwnerAnswer:
    'Want a copy of everything that we keep about you, or have it erased? Please answer any of our emails.',
  mailedText:
    'We have sent an email to {address}. Please open it and confirm that it was you who asked.',

  confirmTitle: 'Is this your address?',
  confirmText:
    'Somebody, hopefully you, has asked {organization} to write to {address}. Nothing is sent before you say yes.',
  confirmAbout: 'It is about: {topics}.',
  confirmButton: 'Yes, write to me',
  confirmNot: 'Was it not you? Close this page, and we will not write to you.',
  confirmedTitle: 'Thank you, that is confirmed',
  confirmedText: '{organization} may write to you now. You can change your mind at any time.',
  confirmedChoose: 'Choose what you get',
  alreadyTitle: 'You have confirmed already',
  alreadyText: 'There is nothing more to do: {organization} may write to you.',
  expiredTitle: 'This link is too old',
  expiredText: 'We can send you a new one. Your address is only used once you have confirmed it.',
  expiredButton: 'Send me a new email',
  laterTitle: 'This email is older than what you asked for',
  laterText:
    'What it asked about is settled. What you have asked for since still waits for you to confirm it: we can send you a new email for that.',
  againTitle: 'A new email is on its way',
  againText:
    'Please open the newest email from {organization}. If it does not come within a few minutes, look into your spam folder.',
  waitTitle: 'Please try again later',
  waitText:
    'We wrote to you a short while ago, and wait a little before we write again. Please look into your spam folder, or come back to this page later.',
  changedTitle: 'This address has changed',
  changedText:
    'The email was sent to an address that {organization} does not use for you any more. Nothing was changed.',
  nothingTitle: 'There is nothing to confirm',
  nothingText: 'What this email asked about has been settled in another way since.',

  fetchTitle: 'Your data is ready',
  fetchText:
    'You get one file with everything that {organization} keeps about you. Keep it safe: it is about you.',
  fetchButton: 'Download my data',
  forgetTitle: 'Erase everything about you?',
  forgetText:
    '{organization} will forget your address, your choices and all that you did. It cannot be undone.',
  forgetButton: 'Yes, erase everything',
  forgetNot: 'Changed your mind? Close this page and nothing changes.',
  forgottenTitle: 'It is being erased',
  forgottenText:
    'Within minutes {organization} knows nothing about you any more. Copies for emergencies disappear within weeks.',
  lateTitle: 'This link is too old',
  lateText: 'It works for one day. Please ask for a new one.',
  lateButton: 'To your choices',
} as const;
