/* The lesser and the greater of two coordinates. Those of the C library think of what is no number,
 * which no coordinate here is (pdf_lines.c), and would be all that the program has libm for: it would
 * be loaded at each start. */
#ifndef GOUJI_IMPORT_PDF_EXTENT_H
#define GOUJI_IMPORT_PDF_EXTENT_H

static inline double lesser(double a, double b)
{
	return a < b ? a : b;
}

static inline double greater(double a, double b)
{
	return a > b ? a : b;
}

#endif
