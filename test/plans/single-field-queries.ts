/** A query for each field of the types whose objects come from the rows of a plan. */
import { getNamedType, isInterfaceType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { schema } from '../../src/schema.ts';

/** The place of the objects of each type below an order. */
const places: Readonly<Record<string, (selection: string) => string>> = {
  Order: (selection) => selection,
  OrderItem: (selection) => `items { ${selection} }`,
  PriceOption: (selection) => `items { priceOption { ${selection} } }`,
  Account: (selection) => `seller { ${selection} }`,
  Message: (selection) => `messages(last: 50) { nodes { ${selection} } }`,
  TimelineEntry: (selection) => `timeline(last: 50) { nodes { ${selection} } }`,
  Person: (selection) => `timeline(last: 50) { nodes { person { ${selection} } } }`,
  File: (selection) => `timeline(last: 50) { nodes { files { ${selection} } } }`,
  ReadMarker: (selection) => `readMarkers { ${selection} }`,
  AwaitedAction: (selection) => `awaitedActions { ${selection} }`,
  NextStep: (selection) => `nextSteps { ${selection} }`,
  Ad: (selection) => `timeline(last: 50) { nodes { ad { ${selection} } } }`,
};

/** The queries, each of a page of orders. Fields with required arguments have none. */
export const singleFieldQueries = (): readonly string[] =>
  Object.entries(places).flatMap(([typeName, place]) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`The schema has no ${typeName}`);
    return Object.values(type.getFields()).flatMap(({ name, args, type: output }) => {
      if (args.some(isRequiredArgument)) return [];
      const selection = isLeafType(getNamedType(output)) ? name : `${name} { __typename }`;
      return [`{ orders(first: 50) { nodes { ${place(selection)} } } }`];
    });
  });
