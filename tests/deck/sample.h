#pragma once

// A small deck with one of everything, as a file and as parts to break.

#include <string>

namespace entente::tests {

inline const std::string deck_head = R"(<?xml version="1.0" encoding="UTF-8"?>
<deck xmlns="urn:entente:deck" version="1" id="d" language="en">
  <title>T</title>
  <category id="c" colour="dates">C</category>
)";
inline const std::string deck_tail = "</deck>\n";

// A deck of these cards; the first begins on line 5.
inline std::string deck_of(const std::string& cards) { return deck_head + cards + deck_tail; }

inline const std::string good_card = R"(  <card id="good" category="c">
    <prompt>When?</prompt>
    <answer kind="date">20 May 2021</answer>
  </card>
)";

inline const std::string full_deck = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- licence -->
<deck xmlns="urn:entente:deck" version="1" id="full" language="en" xmlns:x="urn:other" x:made="by hand">
  <!-- about the deck -->
  <title>Every &lt;part&gt; &amp; more</title>
  <description>First paragraph.

Second paragraph.</description>
  <source id="article">
    <title>Title</title>
    <author>Author</author>
    <publisher>Publisher</publisher>
    <date>2021-05</date>
    <url>https://example.org/?a=1&amp;b=2</url>
    <!-- taken in May -->
    <file>text.txt</file>
  </source>
  <x:shelf>3</x:shelf>
  <category id="dates" colour="dates">Dates</category>
  <category id="areas" colour="#336699">Areas</category>
  <!-- the dates -->
  <card id="single" category="dates" forms="choice typed flip cloze" x:level="2">
    <prompt>When did they meet?</prompt>
    <cloze>They met on <gap/>, in Reykjavik.</cloze>
    <answer kind="date">20 May 2021</answer>
    <accept>May 20</accept>
    <accept>20 мая</accept>
    <wrong>20 April 2021<why>The month of the sanctions.</why></wrong>
    <!-- a near miss -->
    <wrong>21 May 2021</wrong>
    <explanation>The text says May 20.</explanation>
    <hint>Spring</hint>
    <tag>meeting</tag>
    <tag>date</tag>
    <passage source="article" paragraph="1"/>
    <image file="pictures/x.png"/>
    <x:audio file="a.ogg"><x:part/></x:audio>
  </card>
  <card id="set" category="areas">
    <prompt>Which areas?</prompt>
    <answer kind="set">
      <item>space</item>
      <item>climate change</item>
    </answer>
    <passage source="article"/>
  </card>
  <card id="pairs" category="areas">
    <prompt>Who is what?</prompt>
    <answer kind="pairs">
      <pair><left>Lavrov</left><right>foreign minister</right></pair>
      <pair><left>Xi</left><right>president</right></pair>
    </answer>
  </card>
  <card id="order" category="dates">
    <prompt xml:space="preserve"> two  spaces
and a line</prompt>
    <answer kind="sequence">
      <item>first</item>
      <item>second</item>
    </answer>
  </card>
  <!-- the end -->
</deck>
)";

} // namespace entente::tests
