// What the pages behind the links of a mail say, in Polish.
import type { Texts } from './texts.ts';

export const pl: Texts = {
  ownName: 'Polski',
  readIn: 'Język tej strony',

  wrongLinkTitle: 'Ten link nie działa',
  wrongLinkText:
    'Być może został ucięty przy kopiowaniu. Otwórz go w samej wiadomości albo odpowiedz na nią i napisz, o co chodziło. Nadawca: {organization}.',
  troubleTitle: 'Nie udało się',
  troubleText:
    'Coś poszło nie tak po naszej stronie i nic się nie zmieniło. Spróbuj ponownie za chwilę.',

  leaveTitle: 'Nie wysyłać więcej reklam?',
  leaveText:
    'Nie dostaniesz już ofert, porad ani nowości od {organization}. Wiadomości o Twoim koncie i zamówieniach będą nadal przychodzić.',
  leaveTopic: 'Wypisz mnie tylko z tematu „{topic}”',
  leaveAll: 'Wypisz mnie ze wszystkich reklam',
  leaveNothing: 'Zmieniasz zdanie? Zamknij tę stronę, a wszystko zostanie po staremu.',
  leaveChoose: 'Wolę wybrać, co chcę dostawać',
  leftTitle: 'Wypisaliśmy Cię',
  leftText:
    '{organization} nie wyśle Ci już żadnych reklam. Może jeszcze dotrzeć wiadomość, która jest już w drodze.',
  leftTopicText:
    '{organization} nie napisze już do Ciebie na temat „{topic}”. Może jeszcze dotrzeć wiadomość, która jest już w drodze.',
  leftUndo: 'Nie o to chodziło? Wybierz, co chcesz dostawać',

  choiceTitle: 'Co Ci wysyłamy',
  choiceText: '{organization} pisze na adres {address}. Tutaj decydujesz, co dostajesz.',
  saved: 'Zapisane.',
  stateOn: 'Dostajesz reklamy od {organization}.',
  stateTopics: 'Dostajesz reklamy od {organization}, na tematy zaznaczone poniżej.',
  stateSome: 'Nie dostajesz reklam, z wyjątkiem tematów zaznaczonych poniżej.',
  stateOff: 'Nie dostajesz żadnych reklam od {organization}.',
  stateUnsaid: 'Nie mamy jeszcze Twojej decyzji w sprawie reklam od {organization}.',
  statePaused: 'Żadnych reklam do {date}.',
  statePending: 'Twoja zgoda czeka jeszcze na potwierdzenie. Poszukaj naszej wiadomości.',
  stateSuppressed:
    'Jedna z naszych wiadomości trafiła u Ciebie do spamu, więc nie wysyłamy Ci reklam.',

  topicsTitle: 'O czym chcesz czytać?',
  topicsSave: 'Zapisz mój wybór',

  pauseTitle: 'Zrób sobie przerwę',
  pauseText: 'Milczymy tak długo, jak chcesz, a Twój wybór zostaje bez zmian.',
  pauseFor: '{days} dni',
  pausedText: 'Milczymy do {date}.',
  pauseEnd: 'Zakończ przerwę teraz',

  allTitle: 'Wszystkie reklamy',
  allOffText:
    'Jedno kliknięcie i koniec: ofert, porad i nowości. Wiadomości o Twoim koncie i zamówieniach będą nadal przychodzić.',
  allOff: 'Wypisz mnie ze wszystkich reklam',
  allOnText:
    'Tak, chcę dostawać e-mailem oferty, porady i nowości od {organization}. Mogę z nich zrezygnować na tej stronie w każdej chwili.',
  allOn: 'Wysyłajcie mi reklamy',

  trackingTitle: 'Co widzimy',
  trackedText:
    'Widzimy, czy otwierasz nasze wiadomości i w które linki klikasz, aby częściej wysyłać to, co lubisz.',
  trackingOff: 'Nie śledźcie, co otwieram i klikam',
  untrackedText: 'Nie śledzimy, które nasze wiadomości otwierasz i w które linki klikasz.',
  trackingOn: 'Możecie śledzić, co otwieram i klikam',

  languageTitle: 'Język naszych wiadomości',
  languageText: 'Piszemy do Ciebie w tym języku wszędzie tam, gdzie go mamy.',
  languageSave: 'Zapisz język',

  dataTitle: 'Twoje dane',
  dataText:
    'Możesz dostać kopię wszystkiego, co o Tobie przechowujemy, albo zażądać usunięcia całości. Aby nikt inny nie mógł o to prosić, najpierw wyślemy wiadomość na adres {address}.',
  dataAsk: 'Przyślijcie mi moje dane',
  eraseAsk: 'Usuńcie wszystkie moje dane',
  dataOwner:
    'Chcesz dostać kopię wszystkiego, co o Tobie przechowujemy, albo to usunąć? Napisz na adres {owner}.',
  dataOwnerAnswer:
    'Chcesz dostać kopię wszystkiego, co o Tobie przechowujemy, albo to usunąć? Odpowiedz na dowolną naszą wiadomość.',
  mailedText: 'Wysłaliśmy wiadomość na adres {address}. Otwórz ją i potwierdź, że to Twoja prośba.',

  confirmTitle: 'Czy to Twój adres?',
  confirmText:
    'Ktoś, mamy nadzieję, że Ty, zapisał adres {address} w {organization}. Bez Twojej zgody nic nie wyślemy.',
  confirmAbout: 'Chodzi o: {topics}.',
  confirmButton: 'Tak, piszcie do mnie',
  confirmNot: 'To nie Ty? Zamknij tę stronę, a nie napiszemy do Ciebie.',
  confirmedTitle: 'Dziękujemy, potwierdzone',
  confirmedText:
    '{organization} może teraz do Ciebie pisać. W każdej chwili możesz zmienić zdanie.',
  confirmedChoose: 'Wybierz, co chcesz dostawać',
  alreadyTitle: 'Adres jest już potwierdzony',
  alreadyText: 'Nic więcej nie trzeba robić: {organization} może do Ciebie pisać.',
  expiredTitle: 'Ten link jest za stary',
  expiredText: 'Możemy wysłać nowy. Bez potwierdzenia nie użyjemy Twojego adresu.',
  expiredButton: 'Wyślijcie mi nową wiadomość',
  laterTitle: 'Ta wiadomość jest starsza niż Twoja prośba',
  laterText:
    'To, o co pytała, jest już załatwione. Późniejsza prośba wciąż czeka na Twoje potwierdzenie: możemy wysłać w tej sprawie nową wiadomość.',
  againTitle: 'Nowa wiadomość jest w drodze',
  againText:
    'Otwórz najnowszą wiadomość. Nadawca: {organization}. Jeśli nie przyjdzie w ciągu kilku minut, zajrzyj do folderu ze spamem.',
  waitTitle: 'Spróbuj ponownie później',
  waitText:
    'Pisaliśmy do Ciebie przed chwilą i czekamy trochę, zanim napiszemy znowu. Zajrzyj do folderu ze spamem albo wróć na tę stronę później.',
  changedTitle: 'Ten adres się zmienił',
  changedText:
    'Wiadomość trafiła na adres, którego {organization} już dla Ciebie nie używa. Nic się nie zmieniło.',
  nothingTitle: 'Nie ma nic do potwierdzenia',
  nothingText: 'Sprawa z tej wiadomości została już załatwiona w inny sposób.',

  fetchTitle: 'Twoje dane są gotowe',
  fetchText:
    'Dostaniesz jeden plik ze wszystkim, co {organization} o Tobie przechowuje. Dobrze go chroń: jest o Tobie.',
  fetchButton: 'Pobierz moje dane',
  forgetTitle: 'Usunąć wszystko o Tobie?',
  forgetText:
    '{organization} zapomni Twój adres, Twój wybór i wszystko, co się z nim wiąże. Tego nie da się cofnąć.',
  forgetButton: 'Tak, usuńcie wszystko',
  forgetNot: 'Zmieniasz zdanie? Zamknij tę stronę, a wszystko zostanie po staremu.',
  forgottenTitle: 'Usuwamy Twoje dane',
  forgottenText:
    'Za kilka minut {organization} nie będzie już nic o Tobie wiedzieć. Kopie zapasowe znikną w ciągu kilku tygodni.',
  lateTitle: 'Ten link jest za stary',
  lateText: 'Działa przez jeden dzień. Poproś o nowy.',
  lateButton: 'Do Twoich wyborów',
};
