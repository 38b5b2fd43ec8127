/** The operations that GraphiQL shows at first. A test runs each of them. */
export const exampleOperations = `# Sign in on the first page (/) to be signed in here too.

query MyOrders {
  viewer { name }
  orders(first: 5) {
    edges {
      node {
        id
        number
        status
        progress
        needsAttention
        nextSteps { step title }
        advertiser { name }
        seller { name }
        messages(last: 2) { edges { node { text authorRole } } }
      }
    }
  }
}

query Spaces {
  spaces(first: 5) {
    edges { node { title seller { name profile { completedOrderCount ratingAverage ratingCount } } options { id title isMonthly price { minorUnits currency } } } }
  }
}

# Insert the id of one of your orders, run this, and act in another window.
subscription Follow($orderId: ID! = "paste an order id") {
  orderTimeline(orderId: $orderId) {
    ... on TimelineEntryAdded {
      cursor
      entry { number type actorRole message { text } }
      order { status progress nextSteps { title } }
    }
    ... on Refusal { message code recovery }
  }
}

mutation Say($orderId: ID! = "paste an order id") {
  sendMessage(input: { orderId: $orderId, text: "Hello!" }) {
    ... on Message { number text createdAt }
    ... on Refusal { message code recovery }
  }
}

mutation Ask($orderId: ID! = "paste an order id") {
  requestFeedback(input: { orderId: $orderId, question: "Which picture should it be?" }) {
    ... on Order { status progress }
    ... on Refusal { message code recovery }
  }
}
`;
