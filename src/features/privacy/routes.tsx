import { anyone } from '#plumbing/actor.ts'
import type { Config } from '#plumbing/config.ts'
import { page } from '#plumbing/http/answer.ts'
import { browserCookie } from '#plumbing/http/browser-key.ts'
import { get, type Route } from '#plumbing/http/route.ts'
import { AccessibilityPage } from './views/accessibility-page.tsx'
import { CookiesPage } from './views/cookies-page.tsx'
import { PrivacyPage } from './views/privacy-page.tsx'
import { TermsPage } from './views/terms-page.tsx'

const access = anyone

const runnerOf = ({ CONTROLLER, CONTACT_EMAIL }: Config) => ({
  controller: CONTROLLER,
  contact: CONTACT_EMAIL,
})

export const routes: Route[] = [
  get('/privacy', { access, examples: ['/privacy'] }, async ({ site, config }) =>
    page({
      title: 'Privacy',
      description: 'What Pipeline knows about people, why, for how long, and what they can do about it.',
      content: (
        <PrivacyPage
          {...runnerOf(config)}
          retention={site.slot('retention').toSorted((a, b) => a.order - b.order)}
        />
      ),
    }),
  ),

  get('/cookies', { access, examples: ['/cookies'] }, async ({ config }) => {
    const { name, options } = browserCookie(config.BASE_URL)
    const names = { encrypted: browserCookie('https://site').name, plain: browserCookie('http://site').name }
    return page({
      title: 'Cookies',
      description: 'The one cookie that Pipeline sets, what it is for, and how long it lasts.',
      content: <CookiesPage name={name} names={names} days={options.maxAge / 86_400} />,
    })
  }),

  get('/accessibility', { access, examples: ['/accessibility'] }, async ({ config }) =>
    page({
      title: 'Accessibility statement',
      description: 'How accessible Pipeline is, what was tested, and whom to tell about a barrier.',
      content: <AccessibilityPage {...runnerOf(config)} address={config.BASE_URL} />,
    }),
  ),

  get('/terms', { access, examples: ['/terms'] }, async ({ config }) =>
    page({
      title: 'Terms',
      description: 'Who may publish on Pipeline, under which licence, and what does not belong there.',
      content: <TermsPage {...runnerOf(config)} />,
    }),
  ),
]
