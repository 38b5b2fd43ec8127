/** The amounts of the live bench. */
export interface LiveSizes {
  /** Operators, who all follow one order. */
  readonly operators: number;
  /** Orders that their two parties follow. */
  readonly pairOrders: number;
  /** Of the paced part: messages a second on one order, and on the pairs. */
  readonly crowdPerSecond: number;
  readonly pairsPerSecond: number;
  readonly pacedSeconds: number;
  /** Of the part that goes as fast as it is answered: messages in all. */
  readonly crowdRace: number;
  readonly pairsRace: number;
  /** Subscriptions of one stalled socket, and the messages that are written while it does not read. */
  readonly stalledSubscriptions: number;
  readonly stalledPaced: number;
  readonly stalledRace: number;
  /** The pause before memory and processor time are read. */
  readonly restMs: number;
}

export const fullSizes: LiveSizes = {
  operators: 1_000,
  pairOrders: 500,
  crowdPerSecond: 4,
  pairsPerSecond: 100,
  pacedSeconds: 5,
  crowdRace: 40,
  pairsRace: 2_000,
  stalledSubscriptions: 100,
  stalledPaced: 60,
  stalledRace: 3_000,
  restMs: 1_000,
};

/** Enough that every scenario runs. The figures mean nothing. */
export const smokeSizes: LiveSizes = {
  operators: 12,
  pairOrders: 20,
  crowdPerSecond: 4,
  pairsPerSecond: 10,
  pacedSeconds: 1,
  crowdRace: 4,
  pairsRace: 20,
  stalledSubscriptions: 3,
  stalledPaced: 4,
  stalledRace: 20,
  restMs: 50,
};
