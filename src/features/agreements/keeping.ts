/** How long signatures are kept after a version was replaced or has ended: that long a claim on a contract can be brought (Limitation Act 1980, section 5). */
export const keptYears = 6
