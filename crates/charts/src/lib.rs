//! View to SVG, for screen and for print.
