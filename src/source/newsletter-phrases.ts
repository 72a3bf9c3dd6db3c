/** How newsletters speak of themselves, in English, German, Spanish, French, Italian and Portuguese. */
const itself = "news-?letter|rundbrief|lettre d.information|infolettre|bolet[íi][nm]|bollettino|notiziario";
const newsletter = new RegExp(itself, "i");

const licence =
  /^(?:(?:the|this|our|la|die|unsere?)\s)?(?:licen[cs]es?|lizenz|licenza|licencia|licença|copyright|imprint|impressum)\b.{0,25}$/i;
const thanks =
  /^(?:many\s|vielen\s|muchas\s|muito\s)?(?:thanks?|thank you|dank\w*|grazie|ringraziament\w|merci|remerciements|gracias|agradecimient\w+|agradeciment\w+|obrigad[oa]|credits)\b.{0,25}$/i;
const share =
  /(?:^|\s)(?:spread|share|verbreite\w*|teile?n?|teilt|diffond\w+|condivid\w+|partage\w*|diffuse\w*|difund\w+|compart\w+|divulg\w+|espalh\w+)\s.{0,40}(?:news|word|newsletter|nachricht\w*|neuigkeit\w*|notizi\w+|nouvelles?|infos?|not[íi]cias?|novedades|palabra|palavra)/i;
const subscribe =
  /subscri[bp]|abonn|abbestell|abmeld|iscriv|iscrizion|inscriv|inscrip|inscriç|suscri|désinscri/i;
const help =
  /^(?:help|hilf|helft|aiuta|aide[zr]|ay[úu]d|ajud|colabor|collabor|contribu|how to (?:help|contribute)|get involved|mitmachen)/i;
const contributors =
  /translat|übersetz|traduzion|tradutto|traduct|traduç|tradutor|contribut|contribui|beiträge|mitwirk|collabor|colabor/i;
const contact =
  /^(?:about (?:us|this (?:newsletter|issue))|contact(?: us)?|follow us|stay in touch|feedback|sponsors?)$/i;
const introduction =
  /^(?:intro(?:du\w+)?|welcome|hello|preamble|preface|foreword|editorial|einleitung|vorwort|willkommen|begrüßung|bienvenue|introducción|bienvenid\w|benvenut\w|introduzione|bem-vind\w\w?|introdução)\b[^:]{0,20}$/i;

/** True for the heading of what stands in every issue: licence, thanks, how to subscribe, to help, to translate. */
export function isBoilerplateHeading(heading: string): boolean {
  if ([licence, thanks, share, contact].some((pattern) => pattern.test(heading))) return true;
  return isTranslationsHeading(heading) || isAboutItself(heading);
}

function isAboutItself(heading: string): boolean {
  const short = heading.split(" ").length <= 3;
  return (short || newsletter.test(heading)) && (subscribe.test(heading) || help.test(heading));
}

/** The list of an issue's translations, and of those who made it. */
export function isTranslationsHeading(heading: string): boolean {
  const alone = /^(?:translations?|übersetzung(?:en)?|traduzioni|traduc(?:tions|ciones)|traduções)$/i;
  return contributors.test(heading) && (newsletter.test(heading) || alone.test(heading));
}

/** A box to subscribe, which themes put in with a heading of its own. */
export function isSubscribeBox(heading: string): boolean {
  return subscribe.test(heading) && newsletter.test(heading);
}

export function isIntroHeading(heading: string): boolean {
  return introduction.test(heading);
}

/** Where the newsletter says how to follow its publisher. */
export function asksToShare(text: string): boolean {
  return share.test(` ${text}`) || /social|follow us|other networks|réseaux|redes|netzwerk/i.test(text);
}

const events = /event|veranstaltung|termine|événement|évènement|evento|meet-?up|agenda|calend[ae]r|kalender/i;
const specifications =
  /extensi|erweiter|estension|specification|spezifikation|spécification|specific[ha]|especific|standards|\brfcs?\b/i;

export function isAboutEvents(heading: string): boolean {
  return events.test(heading);
}

/** Such sections explain their own rules in prose; only lists and new versions are news. */
export function isAboutSpecifications(heading: string): boolean {
  return specifications.test(heading);
}

const appeal = /fiscal|donat|spende|sponsor|patroc|fördern|\bdoar\b|donazion/i;
const projects = "(?:projec?ts?|projek\\w+|progett\\w+|projets?|proyectos?|projetos?)";
const current = "(?:current|actue?l|actual|attual|atua[li]|derzeit|aktuell|in corso)";
const standing = new RegExp(`${current}.{0,40}${projects}|${projects}.{0,40}${current}`, "i");

/** An appeal that stands from issue to issue: projects that can be given money. */
export function isStandingAppeal(heading: string, text: string): boolean {
  return appeal.test(heading) && standing.test(text);
}

const month =
  "(?:this|quest[oa]|diese[nmrs]?|ce|cette|este|esta|neste|nesse|deste)\\s(?:month|week|issue|mese|monat|woche|mois|mes|mês|semana)";
const none =
  "no|none|nothing|keine?[nrs]?|nichts|nessun\\w*|niente|aucun\\w*|pas d[e’']|rien|no hubo|no hay|ning[úu]n\\w*|nada|nenhum\\w*|não há|não houve|sem";
const startsWithNone = new RegExp(`^(?:${none})(?:\\s|(?<=['’])).{0,60}(?:${month}|last calls?)`, "i");
const monthHasNone = new RegExp(`^(?:.{0,25}\\s)?${month}(?:\\s|,).{0,30}?\\b(?:${none})\\s`, "i");
const noUpdates =
  /^(?:no (?:updates?|news|changes)|nothing(?: new)?|none|nichts neues|niente|rien|nada)\b.{0,30}$/i;

/** Says only that there is nothing to say. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 160) return false;
  return startsWithNone.test(text) || monthHasNone.test(text) || noUpdates.test(text);
}

const greeting =
  /^[¡\s]*(?:welcome|hello|hi|dear|greetings|good (?:morning|day)|(?:herzlich )?willkommen|hallo|liebe|benvenut|ciao|car[iaeo]\s|bienven|bonjour|ch[eè]r|hola|bem-vind|olá)/i;
const helpUs = /^(?:please )?(?:help us|hilf|helft|aiuta|aidez|ayúd|ajud)/i;

/** A paragraph that greets readers, or tells them of the newsletter itself. */
export function isGreeting(text: string): boolean {
  return greeting.test(text) || helpUs.test(text) || newsletter.test(text);
}

const leave = "subscrib|abonn|abbestell|abmeld|iscriv|inscriv|inscrev|suscri|cancel|leav";
const aboutItself = [
  new RegExp(`(?:${itself}).{0,80}(?:creative ?commons|\\bcc[ -]by\\b)`, "i"),
  new RegExp(`(?:${leave})\\w{0,8}\\b.{0,30}(?:${itself})|^.{0,10}(?:${itself}).{0,30}(?:${leave})`, "i"),
  /\btranslations? of\b.{0,40}\b(?:here|released|published)\b/i,
  /\b(?:übersetzung|traduzion|traduction|traduccion|traduç)\w*\b.{0,80}\b(?:hier|qui|ici|aquí|aqui)\b/i,
  /\b(?:produced|drafted|created|written) (?:collaboratively|in this|by the community)\b/i,
  /\bfor their help in (?:creating|making|writing)\b/i,
];
const always = [
  /^(?:please )?(?:spread|share) (?:the|this) (?:news|word|newsletter|issue)\b/i,
  /\bcontribute a translation\b/i,
  /^(?:un)?subscribe(?: now| here| today)?[.!]?$/i,
  /^(?:abonnieren|iscriviti|s.abonner|suscr[íi]bete|inscreva-se)[.!]?$/i,
];

/** A paragraph that stands in every issue, wherever it is. */
export function isBoilerplateText(text: string): boolean {
  if (always.some((pattern) => pattern.test(text))) return true;
  return text.length < 600 && newsletter.test(text) && aboutItself.some((pattern) => pattern.test(text));
}

export function namesNewsletter(text: string): boolean {
  return newsletter.test(text);
}
