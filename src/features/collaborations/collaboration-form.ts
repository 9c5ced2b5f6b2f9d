import { z } from 'zod'
import { visibilities } from '#features/accounts/index.ts'
import { requiredChoice, requiredText, someChoices, tick } from '#plumbing/form.ts'
import { webAddress } from '#plumbing/web-address.ts'
import { partnerRoles } from './collaboration.ts'

export const mostOfPurpose = 600
export const mostOfTitle = 120
const mostOfAddress = 1000

/** Who may see an item of a collaboration. */
export const visibilityField = requiredChoice(visibilities, 'Choose who may see it')

/** `seen`: what looks personal was shown, and the writer stands by it. */
export const aboutForm = z.object({
  purpose: requiredText('Write what you mean to do together', mostOfPurpose),
  visibility: visibilityField,
  seen: tick,
})

export const rolesField = someChoices(partnerRoles)

export const beginForm = aboutForm.extend({ roles: rolesField })

export const answerForm = z.object({
  answer: requiredChoice(['join', 'decline'], 'Join or decline'),
  roles: rolesField,
})

export const linkForm = z.object({
  title: requiredText('Write what it is, such as “Our board”', mostOfTitle),
  href: requiredText('Give its address', mostOfAddress).transform((text, context) => {
    const address = webAddress(text)
    // A name before the host can make it look like another's, and a password there is one that is shown.
    if (address && /^\w+:\/\/[^/]*@/.test(address)) {
      context.addIssue({ code: 'custom', message: 'Give the address without a name or password in it' })
      return z.NEVER
    }
    if (address) return address
    context.addIssue({ code: 'custom', message: 'Give an address that begins with https://' })
    return z.NEVER
  }),
  visibility: visibilityField,
})
