/** Every limit that clients can see. Sizes and intervals inside the server are in `tuning.ts`. */
export const limits = {
  /** One request or one message on a socket. */
  bodyBytes: 100_000,
  /** One form of a page: the longest text of an ad, in which a letter takes up to nine bytes. */
  formBytes: 250_000,
  /** One form that brings files along, those included. */
  formWithFilesBytes: 1_300_000,
  /** One form that is too large, which is read to its end so that the browser shows the reason. */
  discardedFormBytes: 50_000_000,
  /** One event of a payment provider. */
  callbackBytes: 500_000,
  /** A request must have arrived whole after this long. */
  requestMs: 30_000,

  /** One GraphQL document. */
  tokens: 2_000,
  depth: 12,
  aliases: 30,
  fragments: 30,
  /** Those of a fragment count wherever it is spread. */
  selections: 2_000,
  /** Static cost: every field counts 1, times the size of the pages around it. */
  cost: 20_000,
  /** Items of one list in the arguments or variables, e.g. of `nodes(ids)`. */
  listArguments: 50,
  operationMs: 10_000,
  /** More than any id and any cursor that the API issues has. */
  idCharacters: 200,
  cursorCharacters: 400,

  pageSize: 50,
  defaultPageSize: 20,

  /** Per process and viewer; somebody unknown counts by address. */
  socketsPerViewer: 20,
  operationsPerSocket: 100,
  eventStreamsPerViewer: 100,
  /** A socket has to say who it is within this time. */
  socketInitMs: 5_000,
  /** A client that misses so many beats in a row (it reads no waiting data, or answers no ping) is disconnected. */
  heartbeat: { everyMs: 15_000, missed: 2 },
  /** A stop waits this long for sockets to close and requests to finish. */
  shutdownGraceMs: 2_000,

  itemsPerOrder: 20,
  /** A due date or a promised date is at most this far away. */
  agreedDateDays: 730,
  /** The newest ones are shown. */
  paymentsPerOrder: 20,
  refundsPerOrder: 50, // Partial refunds.
  offersPerOrder: 50,
  /** Those that wait to come back into a single placement count too. */
  adsPerPlacement: 50,
  adWeight: 1_000,
  messageCharacters: 4_000,
  attachmentsPerMessage: 5,
  /** The time in which an author may edit or delete a message. */
  messageChanges: { minutes: 15 },
  /** Delay of the digest of unread messages, and the number of messages and characters per message that it quotes. */
  digest: { minutes: 10, messages: 20, characters: 500 },
  /** Local hour of the daily digest of notifications, and the number of notifications in one digest. */
  dailyDigest: { hour: 8, notifications: 100 },
  push: {
    /** Browsers of a person that show push notifications; a further one replaces the oldest. */
    subscriptionsPerPerson: 10,
    endpointCharacters: 1_000,
    /** The time for which delivery of a push notification is tried, here and by the push service. */
    hours: 24,
    /** Characters of the title and of the text. The push services accept about 4,000 bytes. */
    textCharacters: 200,
  },
  /** The time after which a participant who has stopped typing is no longer shown as typing. */
  typingSeconds: 5,
  idempotencyKeyCharacters: 100,
  searchCharacters: 200,
  /** Different words of one search, which must all be found. */
  searchWords: 10,
  /** Idempotency keys of mutations that are not about an order are kept for this time; those of orders are kept for ever. */
  idempotencyKeyDays: 2,
  /** Orders that wait for somebody are counted up to here; one more stands for any more. */
  countedAttention: 99,
  profile: {
    /** A seller's answer time is the median over so many of the newest answered orders. */
    answeredOrders: 100,
    /** Averages change when so many further advertisers have answered: earlier, they would reveal the numbers of one. */
    answersPerUpdate: 5,
  },
  minorUnits: 1_000_000_000_000,

  accounts: {
    /** Accounts that a person belongs to, and members that an account has. */
    perPerson: 20,
    members: 50,
    nameCharacters: 200,
    addressCharacters: 500,
    taxIdCharacters: 50,
    taxBasisPoints: 5_000, // 50 %.
    phoneCharacters: 50,
    websiteCharacters: 300,
    aboutCharacters: 2_000,
    paymentInstructionsCharacters: 2_000,
    /** Lifetime of an invitation. */
    invitationDays: 14,
    tokenCharacters: 100,
    /** Open orders that a refusal to close an account names. */
    namedOpenOrders: 20,
  },
  /** Records of one page of the export of personal data. */
  personalDataRecords: 100,
  operators: {
    /** Reason of an act, and note of a decision. */
    reasonCharacters: 1_000,
    /** Items of the queue of operators are counted up to here; one more stands for any more. */
    countedQueue: 99,
  },
  marketplace: {
    nameCharacters: 100,
    urlCharacters: 500,
    currencies: 50,
    feeBasisPoints: 10_000, // 100 %.
  },
  reports: { textCharacters: 2_000 },
  session: { days: 30, perPerson: 50, userAgentCharacters: 300, retentionDays: 30 },
  /** The days of spaces. */
  availability: {
    /** Maximum number of ads that a space takes on one day, unless it takes any number. */
    capacity: 10_000,
    /** The last day that an order can name, or a seller can block, is this number of days after today. */
    horizonDays: 731,
    /** Days that are read at the same time. */
    rangeDays: 366,
    rangesPerBlock: 50,
    reasonCharacters: 500,
    /** A refusal searches for free days this number of days before and after the requested ones. */
    searchedDays: 60,
    /** Ranges of days that a refusal names for each space: taken ones, and free ones. */
    namedRanges: 10,
    /** Reservations that a refusal names. */
    namedReservations: 20,
  },
  /** Days and months of figures that are read at the same time. */
  results: { days: 366, months: 36 },

  signInCode: { minutes: 10, tries: 5 },
  emailChangeCode: { minutes: 30, tries: 5 },
  /** Days for which codes of both kinds are kept after they have expired. */
  codeRetentionDays: 30,
  setupLink: { days: 90 },
  /** Cache lifetime of the frame of a published ad. */
  frameCacheSeconds: 86_400,

  applications: {
    applicationsPerAccount: 20,
    nameCharacters: 100,
    /** Two, so that one can be replaced while the other works. */
    keysPerApplication: 2,
    manifestsPerApplication: 500,
    manifestNameCharacters: 100,
    versionCharacters: 50,
    documentsPerManifest: 200,
    /** Of all documents of a manifest together. */
    tokensPerManifest: 20_000,
    /** Maximum number of deprecated elements reported per document. */
    deprecationsPerDocument: 20,
  },
  oauth: {
    redirectUris: 10,
    redirectUriCharacters: 500,
    /** Lifetimes: of an authorization that waits for the consent, of its code, and of the tokens. */
    consentMinutes: 30,
    codeSeconds: 60,
    accessTokenMinutes: 60,
    refreshTokenDays: 90,
    /** Grants of one account to one application, for its installations; a further one ends the oldest. */
    grantsPerApplication: 10,
  },
  sandboxes: {
    perAccount: 3,
    nameCharacters: 100,
    /** A sandbox that was not used for so long is deleted. */
    unusedDays: 90,
    /** Maximum number of days by which its clock advances in one call, and in total. */
    daysPerAdvance: 100,
    maxDaysAhead: 3_650,
    /** The newest captured mails are kept. */
    mails: 1_000,
  },
  webhooks: {
    endpointsPerApplication: 10,
    urlCharacters: 500,
    /** Maximum cost of the document of an endpoint, with pages of the usual size: it runs once for each event. */
    documentCost: 1_000,
    /**
     * The time for which delivery of an event is tried before its endpoint is disabled, and the maximum pause between
     * two attempts.
     */
    tryDays: 3,
    maxPauseHours: 4,
    /** The time for which the previous secret signs as well. */
    bothSecretsHours: 24,
    verificationAttempts: 6, // Attempts to send one challenge to an address.
    answerBytes: 10_000, // Of an answer no more than this is read.
    errorCharacters: 200,
    /** The delivery log reaches back this far, and so does sending again. */
    retentionDays: 30,
    shownAttempts: 50,
  },
  /** Points of cost that an application may use, unless an operator gave it others: a bucket that fills up steadily. */
  quota: { capacity: 40_000, restorePerSecond: 400, max: 100_000_000 },

  spaces: {
    spacesPerAccount: 500, // Archived ones count too.
    titleCharacters: 200,
    descriptionCharacters: 4_000,
    audienceCharacters: 2_000,
    requirementsCharacters: 4_000,
    languages: 20,
    languageCharacters: 35,
    countries: 50,
    pictures: 10,
    /** Archived ones count too. */
    optionsPerSpace: 50,
    optionTitleCharacters: 200,
    /** Maximum quantity of a price option, by its measure. */
    quantity: { DAYS: 3_650, IMPRESSIONS: 1_000_000_000, CLICKS: 1_000_000_000 },
    format: { width: 100_000, height: 100_000, words: 100_000, seconds: 86_400 },
    leadTimeDays: 365,
    /** The most frequent values of a facet are counted. */
    facetValues: 100,
  },

  files: {
    /** An image, before its metadata are removed. */
    bytes: 10_000_000,
    documentBytes: 5_000_000,
    nameCharacters: 200,
    /** An image: each side, width times height, and that times the number of its frames. */
    sidePixels: 12_000,
    pixels: 60_000_000,
    pixelsOfAllFrames: 200_000_000,
    frames: 1_000,
    /** A still image with more bytes or pixels is scaled down to this length of its longer side. */
    reduced: { aboveBytes: 1_000_000, abovePixels: 20_000_000, sidePixels: 2_560 },
    /** The image of an ad, which is never scaled down. */
    adImageBytes: 1_000_000,
    /** Bytes are taken for this long after the upload was asked for; as long again, and the upload is forgotten. */
    uploadMinutes: 15,
    unusedHours: 24, // An unused file is removed after this time.
    /** Of one person, or of the holders of one setup link: waiting for bytes, or for being used. */
    unusedPerUploader: 50,
    /** Browsers store a file that only few people may read for this time, and shared caches never. */
    privateCacheSeconds: 60,
  },

  /** Logos of accounts and of the marketplace. */
  logos: { bytes: 500_000, sidePixels: 2_000 },

  /** Points per window, per viewer (address for somebody unknown), across instances. */
  rates: {
    operations: { points: 1_200, seconds: 60 },
    /** Requests that were refused before they were executed. Each instance counts its own, because the check costs nothing then. */
    refusals: { points: 200, seconds: 60 },
    messages: { points: 120, seconds: 60 },
    typing: { points: 120, seconds: 60 },
    orders: { points: 60, seconds: 60 },
    previews: { points: 120, seconds: 60 }, // Each takes a step and rolls it back.
    /** Each sends an e-mail. The first two bound what one caller does, the third what all callers together do. */
    signInCodesPerCaller: { points: 30, seconds: 900 },
    signInCodesPerCallerAndAddress: { points: 5, seconds: 600 },
    signInCodesPerAddress: { points: 30, seconds: 3_600 },
    signInTriesPerCaller: { points: 60, seconds: 900 },
    invitations: { points: 100, seconds: 3_600 }, // Each sends an e-mail, as those below.
    invitationsPerAddress: { points: 20, seconds: 3_600 },
    /** Each sends an e-mail. The second bounds what all people together send to one address. */
    emailChangesPerPerson: { points: 10, seconds: 3_600 },
    emailChangesPerAddress: { points: 10, seconds: 3_600 },
    emailChangeTries: { points: 30, seconds: 900 },
    setupLinkTriesPerCaller: { points: 30, seconds: 900 }, // Only links that do not work count.
    accountChanges: { points: 120, seconds: 3_600 }, // Changes of people, accounts and memberships.
    reports: { points: 20, seconds: 3_600 }, // Reports of messages, ads, spaces and accounts.
    closings: { points: 120, seconds: 3_600 }, // Closings of accounts, deletions of people, and pages of their data.
    uploads: { points: 120, seconds: 3_600 },
    setupLinkRotations: { points: 20, seconds: 3_600 }, // Each mails a new link.
    paymentLinkRenewals: { points: 20, seconds: 3_600 }, // Each makes a page at the payment provider.
    /** Requests to one host for all applications of the marketplace: all of them, and challenges to unverified endpoints. */
    webhooksPerHost: { points: 3_000, seconds: 60 },
    webhookChallengesPerHost: { points: 120, seconds: 3_600 },
    applicationChanges: { points: 120, seconds: 3_600 }, // Changes of applications, keys, and what is registered.
    exports: { points: 60, seconds: 3_600 }, // Each reads a whole list.
    clockAdvances: { points: 120, seconds: 3_600 }, // Each does the work of so many days.
  },

  serving: {
    /** Browsers and caches may show an answer for this time without asking again, and never longer than the ad runs. */
    cachedMs: 5_000,
    visitors: { ms: 300_000, perAddress: 20, perNetwork: 100 }, // Each counts once for an ad in this time.
  },
} as const;
