// The server's code must not see the DOM's types, so the little that the browser's code uses is said here.
declare const document: { body: { classList: { add(...names: string[]): void } } }

declare module 'govuk-frontend' {
  interface Module {
    moduleName: string
  }
  export const Accordion: Module
  export const Button: Module
  export const CharacterCount: Module
  export const Checkboxes: Module
  export const ErrorSummary: Module
  export const NotificationBanner: Module
  export const Radios: Module
  export const ServiceNavigation: Module
  export const SkipLink: Module
  export const Tabs: Module
  /** Starts the module on every element that names it in `data-module`. */
  export const createAll: (module: Module) => void
}
