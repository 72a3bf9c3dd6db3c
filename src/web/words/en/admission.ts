/** Signing in, joining, and the people's pages. */
export const admission = {
  signIn: "Sign in",
  signInWith: (label: string) => `Sign in with ${label}`,
  notIn: "You are not signed in",
  turned: {
    cancelled: (label: string) =>
      `${label} was not asked to say who you are, or said no. Nothing was changed.`,
    unreachable: (label: string) =>
      `${label} does not answer at the moment: please try again in a few minutes.`,
    refused: (label: string) =>
      `${label} refused Carillon. An administrator should compare signIn in the configuration with what ${label} has.`,
    untrue: (label: string) =>
      `What ${label} said could not be trusted, so nobody was signed in: please try again.`,
    lost: (label: string) =>
      `This answer from ${label} was not asked for by this browser, or it came after more than ten minutes: please begin again.`,
    unconfirmed: (label: string) =>
      `${label} has not confirmed your e-mail address, so nobody can tell that it is yours. Confirm it there first.`,
    uninvited: (label: string) =>
      `${label} knows you, but nobody has invited you here yet: ask an administrator of your team for a link.`,
    ended: (_label: string) => "An administrator has shut you out.",
    other: (label: string) =>
      `Somebody else at ${label} signs in with your e-mail address already: ask an administrator of your team.`,
  },
  login: "Login",
  loginHint: "A short name or your e-mail address; one word.",
  password: "Password",
  passwordHint: (least: number) =>
    `At least ${least} characters. Three or four words are easier to keep than one.`,
  noAccount: "No login yet? Ask an administrator of your team for a link.",
  forgot: "Password forgotten? Ask for a link as well: it lets you join anew.",
  first:
    "Nobody has joined yet. The link for the first administrator is in the terminal where Carillon was started.",
  join: (site: string) => `Join ${site}`,
  joinAs: (role: string, ability: string) => `You will be ${role}: who ${ability}.`,
  name: "Your name, as colleagues read it",
  joinButton: "Join",
  used: "This link does not work any more",
  usedText: "It was used, or it is older than a week. Ask an administrator for a new one.",
  problems: {
    wrong: "That login and password do not belong together.",
    wait: (seconds: number) =>
      `Too many wrong tries: please wait ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
    short: "That password is too short: at least 12 characters, please.",
    long: "That password is too long: at most 200 characters, please.",
    guessable: "That password is easily guessed: it must not contain your login or repeat a few characters.",
    taken: "Somebody has that login already: please choose another one.",
    used: "This link was used meanwhile: ask for a new one.",
    name: "Please say what you are called, in at most 80 characters.",
    login: "A login is one word of letters, digits and . _ @ + -",
  },
  people: "People",
  peopleText: "Who may sign in here, and what they may do.",
  role: "Role",
  joined: (day: string) => `since ${day}`,
  changeRole: "Change the role",
  shutOut: "Shut out",
  letIn: "Let in again",
  isOut: "shut out",
  lastKey: "That would leave nobody who can let people in. Make somebody else an administrator first.",
  done: "Done.",
  invite: "Invite somebody",
  inviteText: "Makes a link for one person. Send it by a way that you trust: whoever opens it first joins.",
  makeLink: "Make the link",
  theLink: (role: string) => `The link for the new ${role}, for a week and one person. It is shown only now:`,
  openLinks: "Open invitations",
  invitedBy: (by: string, until: string) => `made by ${by}, until ${until}`,
  withdraw: "Withdraw",
  yourself: "You",
  sessions: "Where you are signed in",
  thisOne: "this browser",
  lastSeen: (when: string) => `last used ${when}`,
  end: "Sign out there",
  changePassword: "Change the password",
  oldPassword: "The present password",
  newPassword: "The new password",
  changed: "The password is changed; all other browsers are signed out.",
  unknownBrowser: "unknown browser",
};
