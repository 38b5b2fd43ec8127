/** Sizes and intervals inside the server. Clients cannot see them; what clients can see is in `limits.ts`. */
export const tuning = {
  backgroundTasks: {
    /** The longest pause of a task. Work that no topic has announced, such as that of an instance that has died, waits for it. */
    maxPauseMs: 5_000,
    /** The shortest pause of a task that is woken again and again. */
    minPauseMs: 1_000,
    /** The pause after a failure; it doubles with each further failure, up to the longest pause. */
    retryMs: 1_000,
    /** Due items read at a time, and those handled at the same time, each with a connection to the database. */
    dueItemsBatchSize: 100,
    maxConcurrentDueItems: 4,
  },
  /** One line of the log: its texts and names together, one of its texts, the items of a list or an object, and the levels. */
  log: { characters: 10_000, textCharacters: 4_000, items: 50, levels: 6 },
  jobs: {
    /** The interval between two searches for jobs of dead workers. */
    deadWorkerCheckSeconds: 30,
    /** The interval of the search for jobs that no instance has announced. */
    pollSeconds: 10,
    /** Jobs done at the same time, of each kind. */
    batchSize: 8,
    /** A stop waits this long for running jobs. */
    stopMs: 5_000,
    /** The interval of the report of waiting jobs, and the age from which a job counts as late. */
    waitingCheckMs: 60_000,
    lateSeconds: 120,
    /** The interval of what the job runner looks after although nothing here uses it. */
    unusedCheckSeconds: 3_600,
  },
  migrations: {
    /** The longest wait for a lock on a table: requests wait behind it. Then the migration makes a pause and tries again. */
    lockTimeoutMs: 1_000,
    lockPauseMs: 2_000,
    lockAttempts: 60,
  },
  doctor: {
    /** The time that one check may take. */
    timeoutMs: 10_000,
    maxClockDifferenceMs: 2_000,
    /** Free space of the folder of uploaded files. */
    minFreeBytes: 1_000_000_000,
  },
  http: {
    /** Longer than the time for which common balancers hold an idle connection, 60 seconds. */
    keepAliveSeconds: 75,
  },
  database: {
    /** The time that a connection has to open, and a transaction to get one. */
    connectionTimeoutMs: 10_000,
    /** The time that a statement, and a transaction, may take. */
    statementTimeoutMs: 30_000,
    transactionTimeoutMs: 20_000,
    /** A transaction in which nothing is asked for this long is rolled back by the server. */
    idleInTransactionMs: 300_000,
    /** Longer than a statement may take: a server that is silent for this time is gone. */
    silenceMs: 40_000,
    /** Names of prepared statements; further statements have none. */
    maxStatementNames: 500,
    /** Keys read by one statement of a batch loader. */
    batchLoaderSize: 1_000,
    /** Statements of one batch loader that run at the same time; further keys are gathered in the meantime. */
    maxConcurrentBatches: 2,
    /** The health check waits this long for an answer. */
    healthTimeoutMs: 2_000,
  },
  plans: {
    /** The fields of all types in a planned document. Compiling more would take longer than a request may. */
    maxFields: 20_000,
  },
  documents: {
    /** Memory of the parsed documents that are cached, and of one token of such a document with its nodes. */
    cacheBytes: 32_000_000,
    bytesPerToken: 700,
  },
  storage: { connectTimeoutMs: 5_000, requestTimeoutMs: 15_000 },
  search: {
    /** Longer texts are indexed up to here: a message of the permitted length can become longer when it is normalised. */
    maxIndexedCharacters: 20_000,
    /** Grams of one word that the index is asked for; more would not make the result smaller. */
    maxGramsPerWord: 12,
    /** The interval of the search for texts that no instance has announced as missing, and the number of those written together. */
    missingTextsCheckMs: 60_000,
    missingTextsBatchSize: 500,
    missingSpaceTextsBatchSize: 50,
  },
  orders: {
    /** The pause before a failed timer fires again; it doubles with each failure, up to the maximum. */
    timerRetryMs: 60_000,
    maxTimerRetryMs: 21_600_000,
    /** Orders that a move to another version of the process reads at a time. */
    movesPerBatch: 200,
  },
  /** Rows of the database that an export reads at a time. */
  exports: { pageSize: 200 },
  renewals: { retryMs: 600_000 },
  ads: { expiryRetryMs: 600_000 },
  files: {
    /** The interval of the search for unused files. */
    cleanupMs: 60_000,
    /** Images read at the same time, and the time that scaling down one of them may take. */
    concurrentImages: 2,
    imageSeconds: 20,
    /** The pause before the removal of a file is tried again. */
    retryMs: 600_000,
  },
  /** Deletion of rows whose retention has ended: the pauses between two runs, and the number of rows deleted at a time. */
  pruning: { minPauseMs: 60_000, maxPauseMs: 3_600_000, batchSize: 500 },
  marketplace: {
    /** The settings are read again after this time, or when their topic moves. */
    cacheTtlMs: 1_000,
  },
  messages: {
    /** The interval of writing the delivery positions of clients, and the number of those written at a time. */
    deliveryFlushMs: 1_000,
    deliveryBatchSize: 1_000,
    /** The time for which a change of a read or delivery position is shown to the other party. */
    readMarkerPresenceMs: 60_000,
  },
  emails: {
    /** The pause before the first retry of an e-mail. It doubles with each retry. */
    retrySeconds: 30,
    /** The time that the mail service has for an answer. */
    timeoutSeconds: 15,
    /** The interval of the search for held e-mails, and the pause after one could not be released. */
    heldCheckMs: 60_000,
    heldRetryMs: 600_000,
    /** The mailbox page of development shows so many of the newest emails. */
    mailboxSize: 200,
  },
  push: {
    /** The pause before the first retry of a push notification. It doubles with each retry, up to the maximum. */
    retrySeconds: 15,
    maxRetrySeconds: 3_600,
    /** The time that a push service has for an answer. */
    timeoutSeconds: 10,
  },
  payments: {
    /** Days for which events that were handled are kept: longer than a provider sends them again. */
    eventRetentionDays: 90,
    /** The pause before the first retry of a call to a provider. It doubles with each retry. */
    retrySeconds: 15,
    /** The time that a provider has for an answer. */
    timeoutSeconds: 20,
  },
  applications: {
    /** The interval of writing when application keys were last used. */
    keyUsageFlushMs: 5_000,
    /** Registered operations cached in memory, of all applications together. */
    cachedOperations: 2_000,
    /** Length of the texts of those operations together. */
    cachedOperationCharacters: 10_000_000,
  },
  oauth: {
    /** The interval of the deletion of expired tokens and codes, and the number of those deleted at a time. */
    pruningMs: 60_000,
    pruningBatchSize: 500,
  },
  sandboxes: {
    /** Sandboxes that one instance holds open; of embedded databases, each of which is a whole server, fewer. */
    maxOpen: 10,
    maxOpenEmbedded: 2,
    /** Connections of each open sandbox to its database. */
    maxConnections: 4,
    /** An unused sandbox is closed after the longer time; after the shorter time if another one needs its place. */
    idleMs: 300_000,
    cooldownMs: 15_000,
    /** The interval of the search for open sandboxes that are idle. */
    idleCheckMs: 10_000,
    /** Streams in a sandbox that is being deleted end within this time. */
    shutdownGraceMs: 5_000,
    /** Connections to the database of a deleted sandbox are cut after this time. */
    deletionGraceMs: 30_000,
    /** The time of last use is written at this interval. */
    usageFlushMs: 3_600_000,
    /** The interval of the search for sandboxes that are not used any more, and the number of those deleted at a time. */
    unusedCheckMs: 600_000,
    unusedBatchSize: 20,
  },
  webhooks: {
    /** The pause before the first retry of an event. It doubles with each retry. */
    retrySeconds: 5,
    /** The time that an endpoint has for an answer. */
    timeoutSeconds: 15,
    /** Attempts that one process makes at the same time, and those of them to one host and to one endpoint. */
    maxConcurrent: 32,
    maxConcurrentPerHost: 8,
    maxConcurrentPerEndpoint: 4,
    /** The shortest pause between two searches for new events, and for due deliveries. */
    queueingPauseMs: 500,
    sendingPauseMs: 100,
    /** While attempts are under way, due deliveries are searched for at this interval. */
    claimMs: 250,
    /** Entries queued for one endpoint at a time, and endpoints read for it. */
    batchSize: 200,
    /** An endpoint whose application has no valid key or lacks a scope is looked at again after this time. */
    ineligibleRetrySeconds: 30,
    /** Operations to be retired, and documents with deprecated fields, that are looked at in one transaction. */
    retirementBatchSize: 20,
    deprecationBatchSize: 50,
    /** The interval of the search for documents that use deprecated fields: those that older instances register in a rollout. */
    deprecationCheckMs: 600_000,
    /** The interval of the deletion of old deliveries, and the number of those deleted at a time. */
    pruningMs: 60_000,
    pruningBatchSize: 500,
  },
  serving: {
    /** Placements and ads are read again after this time, or when their topic moves. */
    cacheTtlMs: 1_000,
    cachedPlacements: 1_000,
    cachedTargets: 10_000,
    /** The interval of writing impressions and clicks. */
    counterFlushMs: 1_000,
    /** The number of hashes of visitors, addresses and networks that an instance holds, some 100 bytes each. */
    maxVisitors: 200_000,
  },
  live: {
    /** Entries read at a time to bring a subscriber up to date. */
    pageSize: 100,
    /** The newest entries of an order or an inbox that are cached while somebody is subscribed to it. */
    cachedEntries: 100,
    /** The time for which an event that was rendered for one subscriber is reused for the others. */
    sharedMs: 250,
    /** While more than this waits to be read on a socket, nothing more is written to it. */
    bufferedBytes: 256_000,
    /** The interval at which the topics with subscribers are compared with the database, in case an update was lost. */
    reconcileMs: 800,
    /** Presence that its instance has not refreshed ends after the longer time; an instance refreshes it at the shorter one. */
    presenceTtlMs: 30_000,
    presenceRefreshMs: 10_000,
    /** Up to four for each participant of an order; further ones are not shown. */
    maxPresencePerTopic: 50,
    /** Presence states sent to the other instances in one message. */
    maxPresencePerMessage: 500,
  },
} as const;
