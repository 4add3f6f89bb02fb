/* Signs of one character that layouts are made of. */
#ifndef GOUJI_IMPORT_SIGNS_H
#define GOUJI_IMPORT_SIGNS_H

#include <stdbool.h>

static inline bool sign_is_digit(unsigned ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19);
}

/* 零, 〇, and the letter that is taken for a zero. */
static inline bool sign_is_zero(unsigned ch)
{
	return ch == 0x96f6 || ch == 0x3007 || (ch | 0x20) == 'o' || ch == 0xff2f ||
	       ch == 0xff4f;
}

/* Hyphen, minus and dashes, full-width and drawn ones too. */
static inline bool sign_is_dash(unsigned ch)
{
	return ch == '-' || (ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212 || ch == 0x2500 ||
	       ch == 0x2501 || ch == 0xff0d;
}

static inline bool sign_is_slash(unsigned ch)
{
	return ch == '/' || ch == '\\' || ch == 0xff0f;
}

static inline bool sign_is_drawn(unsigned ch)
{
	return ch >= 0x2500 && ch <= 0x257f;
}

static inline bool sign_is_opening(unsigned ch)
{
	return ch == '(' || ch == 0xff08 || ch == 0x3014 || ch == 0x300a || ch == 0x201c;
}

static inline bool sign_is_closing(unsigned ch)
{
	return ch == ')' || ch == 0xff09 || ch == 0x3015 || ch == 0x300b || ch == 0x201d;
}

#endif
