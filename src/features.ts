import { createSite } from '#plumbing/feature.ts'
import accounts from './features/accounts/feature.ts'
import adoptions from './features/adoptions/feature.ts'
import agreements from './features/agreements/feature.ts'
import alignmentCanvas from './features/alignment-canvas/feature.ts'
import assets from './features/assets/feature.ts'
import check from './features/check/feature.ts'
import collaborations from './features/collaborations/feature.ts'
import contractHorizon from './features/contract-horizon/feature.ts'
import contractReading from './features/contract-reading/feature.ts'
import contracts from './features/contracts/feature.ts'
import editorial from './features/editorial/feature.ts'
import feeds from './features/feeds/feature.ts'
import freshness from './features/freshness/feature.ts'
import fundApplications from './features/fund-applications/feature.ts'
import guides from './features/guides/feature.ts'
import handover from './features/handover/feature.ts'
import healthChecks from './features/health-checks/feature.ts'
import hooks from './features/hooks/feature.ts'
import inboundMail from './features/inbound-mail/feature.ts'
import insights from './features/insights/feature.ts'
import introductions from './features/introductions/feature.ts'
import mail from './features/mail/feature.ts'
import meaning from './features/meaning/feature.ts'
import milestones from './features/milestones/feature.ts'
import moderation from './features/moderation/feature.ts'
import myPage from './features/my-page/feature.ts'
import notices from './features/notices/feature.ts'
import ocds from './features/ocds/feature.ts'
import openData from './features/open-data/feature.ts'
import operations from './features/operations/feature.ts'
import opportunities from './features/opportunities/feature.ts'
import organisationAdditions from './features/organisation-additions/feature.ts'
import organisations from './features/organisations/feature.ts'
import partners from './features/partners/feature.ts'
import planReading from './features/plan-reading/feature.ts'
import privacy from './features/privacy/feature.ts'
import problemCoach from './features/problem-coach/feature.ts'
import problemMerging from './features/problem-merging/feature.ts'
import problems from './features/problems/feature.ts'
import projectPlans from './features/project-plans/feature.ts'
import projectReporting from './features/project-reporting/feature.ts'
import projects from './features/projects/feature.ts'
import publiccodeReading from './features/publiccode-reading/feature.ts'
import questions from './features/questions/feature.ts'
import relatedWork from './features/related-work/feature.ts'
import search from './features/search/feature.ts'
import services from './features/services/feature.ts'
import sharedDecisions from './features/shared-decisions/feature.ts'
import singleSignOn from './features/single-sign-on/feature.ts'
import stances from './features/stances/feature.ts'
import subscriptions from './features/subscriptions/feature.ts'
import succession from './features/succession/feature.ts'
import systems from './features/systems/feature.ts'
import toolsAudit from './features/tools-audit/feature.ts'

/** Every capability of the platform. The order does not matter: each comes after those it depends on. */
export const site = createSite([
  accounts,
  adoptions,
  agreements,
  alignmentCanvas,
  assets,
  check,
  collaborations,
  contractHorizon,
  contractReading,
  contracts,
  editorial,
  feeds,
  freshness,
  fundApplications,
  guides,
  handover,
  healthChecks,
  hooks,
  inboundMail,
  insights,
  introductions,
  mail,
  meaning,
  milestones,
  moderation,
  myPage,
  notices,
  ocds,
  openData,
  operations,
  opportunities,
  organisationAdditions,
  organisations,
  partners,
  planReading,
  privacy,
  problemCoach,
  problemMerging,
  problems,
  projectPlans,
  projectReporting,
  projects,
  publiccodeReading,
  questions,
  relatedWork,
  search,
  services,
  sharedDecisions,
  singleSignOn,
  stances,
  subscriptions,
  succession,
  systems,
  toolsAudit,
])
