/** Whether a statement was refused because it breaks the constraint of this name. */
export const breaks = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint
