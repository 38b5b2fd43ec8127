/** The pages by their paths. Each is loaded when it is opened. */
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readCatalogueSearch } from '../catalogue/catalogue-search.ts';
import { readAccountsSearch, readReportsSearch } from '../desk/desk-search.ts';
import { readOrdersSearch } from '../orders/orders-search.ts';
import { readPlaceOrderSearch } from '../place-order/place-order-search.ts';
import { readOwnSpacesSearch } from '../selling/spaces/own-spaces-search.ts';
import type { Session } from '../session/session.ts';
import { readSignInSearch } from '../sign-in/sign-in-search.ts';
import { Layout } from './layout.tsx';
import { paths } from './paths.ts';

interface RouterContext {
  readonly session: Session;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Layout });

/** Leads a visitor who has not signed in to the page for that, and back afterwards. */
function requirePerson({
  context,
  location,
}: {
  readonly context: RouterContext;
  readonly location: { href: string };
}) {
  if (!context.session.state.person) throw redirect({ to: paths.signIn, search: { from: location.href } });
}

/** Leads a person without an account to the page that creates one. */
function requireAccount(match: Parameters<typeof requirePerson>[0]) {
  requirePerson(match);
  if (!match.context.session.state.membership)
    throw redirect({ to: paths.newAccount, search: { from: match.location.href } });
}

export const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: paths.home,
    validateSearch: readCatalogueSearch,
    component: lazyRouteComponent(() => import('../catalogue/catalogue-page.tsx'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.signIn,
    validateSearch: readSignInSearch,
    component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.newAccount,
    validateSearch: readSignInSearch,
    staticData: { requiresPerson: true },
    beforeLoad: requirePerson,
    component: lazyRouteComponent(() => import('../sign-in/new-account-page.tsx'), 'NewAccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.process,
    component: lazyRouteComponent(() => import('../process/process-page.tsx'), 'ProcessPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.space,
    component: lazyRouteComponent(() => import('../space/space-page.tsx'), 'SpacePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.newOrder,
    validateSearch: readPlaceOrderSearch,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../place-order/place-order-page.tsx'), 'PlaceOrderPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.orders,
    validateSearch: readOrdersSearch,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../orders/orders-page.tsx'), 'OrdersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.order,
    staticData: {
      requiresPerson: true,
      preloadData: async (api, { number }) => (await import('../order/preload-order.ts')).preloadOrder(api, number),
    },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../order/order-page.tsx'), 'OrderPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.inbox,
    staticData: { requiresPerson: true, requiresAccount: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../inbox/inbox-page.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.invitation,
    component: lazyRouteComponent(() => import('../invitation/invitation-page.tsx'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.selling,
    validateSearch: readOwnSpacesSearch,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../selling/spaces/own-spaces-page.tsx'), 'OwnSpacesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.newSpace,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../selling/editor/new-space-page.tsx'), 'NewSpacePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.editSpace,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../selling/editor/edit-space-page.tsx'), 'EditSpacePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.placements,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../selling/placements/placements-page.tsx'), 'PlacementsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.reviewQueue,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../selling/review/review-page.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.sellerResults,
    staticData: { requiresPerson: true, requiresAccount: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../selling/results/results-page.tsx'), 'ResultsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.sellerStatement,
    staticData: { requiresPerson: true, requiresAccount: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../selling/statement/statement-page.tsx'), 'StatementPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.settings,
    staticData: { requiresPerson: true },
    beforeLoad: requirePerson,
    component: lazyRouteComponent(() => import('../settings/person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.notificationSettings,
    staticData: { requiresPerson: true },
    beforeLoad: requirePerson,
    component: lazyRouteComponent(() => import('../settings/notifications-page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.sessionSettings,
    staticData: { requiresPerson: true },
    beforeLoad: requirePerson,
    component: lazyRouteComponent(() => import('../settings/sessions-page.tsx'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.personalData,
    staticData: { requiresPerson: true },
    beforeLoad: requirePerson,
    component: lazyRouteComponent(() => import('../settings/personal-data-page.tsx'), 'PersonalDataPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.accountSettings,
    staticData: { requiresPerson: true, requiresAccount: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../settings/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.members,
    staticData: { requiresPerson: true, requiresAccount: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../settings/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.applicationSettings,
    staticData: { requiresPerson: true, requiresAccount: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../settings/applications-page.tsx'), 'ApplicationsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.closeAccount,
    staticData: { requiresPerson: true, requiresAccount: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../settings/close-account-page.tsx'), 'CloseAccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.account,
    component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.desk,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../desk/desk-page.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.deskReports,
    validateSearch: readReportsSearch,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../desk/reports-page.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.deskAccounts,
    validateSearch: readAccountsSearch,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../desk/accounts-page.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.deskAccount,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../desk/desk-account-page.tsx'), 'DeskAccountPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.deskAudit,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../desk/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.deskOperators,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../desk/operators-page.tsx'), 'OperatorsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.deskMarketplace,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../desk/marketplace-page.tsx'), 'MarketplacePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.partner,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../partner/partner-page.tsx'), 'PartnerPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.application,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../partner/application-page.tsx'), 'ApplicationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.webhookEndpoint,
    staticData: { requiresPerson: true },
    beforeLoad: requireAccount,
    component: lazyRouteComponent(() => import('../partner/endpoint-page.tsx'), 'EndpointPage'),
  }),
]);
