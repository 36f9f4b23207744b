#pragma once

// Decks in which nothing is amiss, for planting faults into and for counting false alarms. The
// article and everybody in it are invented.

#include <string>

namespace entente::tests {

inline const std::string harbour_text = R"(Harbour town votes for a longer quay
The council of Port Ansel decided on Tuesday to build a second quay, after a debate that lasted until midnight.
Mayor Ines Calder opened the session on 3 March 2020 with a promise. “We will not borrow a single coin for this quay,” she said.
The harbour master, Tomas Reyle, called the plan “a late gift to our grandchildren”. He added that the old quay, built in 1911, was “tired to the bone”.
Not everybody agreed. Councillor Oda Brandt warned that the works would “drive the herring away for a decade”.
Photo: Port Ansel Gazette
The quay will be 420 metres long and is to be finished in June 2024. Work begins in autumn 2021, once the ice has gone from the shipyard in Velm.
Three firms from Velm had made offers. The contract went to Norling Works, whose director, Pia Norling, was at the session but did not take the floor.
According to the Ministry of Transport, the quay will serve ferries, fishing boats and a new ice research station.
A first plan had been turned down in 2016, four years before the vote.
)";

inline const std::string harbour_deck = R"(<?xml version="1.0" encoding="UTF-8"?>
<deck xmlns="urn:entente:deck" version="1" id="harbour" language="en">
  <title>The quay of Port Ansel</title>
  <source id="gazette"><title>Harbour town votes for a longer quay</title></source>
  <category id="dates" colour="dates">Dates</category>
  <category id="speakers" colour="speakers">Speakers</category>
  <category id="quotes" colour="quotes">Quotes</category>
  <category id="facts" colour="areas">Facts</category>
  <card id="session-day" category="dates">
    <prompt>On which day did the council vote for the second quay?</prompt>
    <answer kind="date">3 March 2020</answer>
    <wrong>3 March 2016<why>The first plan failed in that year.</why></wrong>
    <wrong>3 June 2020<why>June is the month in which the works end.</why></wrong>
    <wrong>13 March 2020<why>Ten days too late.</why></wrong>
    <explanation>The mayor opened the session on that day.</explanation>
    <passage source="gazette" paragraph="2"/>
  </card>
  <card id="old-quay" category="dates">
    <prompt>When was the old quay built?</prompt>
    <answer kind="date">1911</answer>
    <wrong>1921<why>Ten years late.</why></wrong>
    <wrong>1901<why>Ten years early.</why></wrong>
    <wrong>2016<why>That is when a plan was turned down.</why></wrong>
    <explanation>The harbour master names the year.</explanation>
    <passage source="gazette" paragraph="3"/>
  </card>
  <card id="order" category="dates">
    <prompt>Put these events in order, earliest first.</prompt>
    <answer kind="sequence"><item>The old quay is built (1911)</item><item>A first plan fails (2016)</item><item>The council votes (2020)</item><item>Work begins (autumn 2021)</item></answer>
    <explanation>From the oldest quay to the newest.</explanation>
  </card>
  <card id="who-coin" category="speakers">
    <prompt>Who said that not “a single coin” would be borrowed?</prompt>
    <answer kind="person">Ines Calder</answer>
    <accept>Mayor Calder</accept>
    <wrong>Tomas Reyle<why>He spoke of a gift.</why></wrong>
    <wrong>Oda Brandt<why>She spoke of herring.</why></wrong>
    <wrong>Pia Norling<why>She did not speak.</why></wrong>
    <explanation>It was the mayor's promise at the opening.</explanation>
    <passage source="gazette" paragraph="2"/>
  </card>
  <card id="who-gift" category="speakers">
    <prompt>Who called the plan a gift?</prompt>
    <answer kind="person">Tomas Reyle</answer>
    <wrong>Ines Calder<why>She promised not to borrow.</why></wrong>
    <wrong>Oda Brandt<why>She warned of the works.</why></wrong>
    <wrong>Pia Norling<why>She was there, but silent.</why></wrong>
    <explanation>The harbour master thinks of his grandchildren.</explanation>
    <passage source="gazette" paragraph="3"/>
  </card>
  <card id="who-herring" category="speakers">
    <prompt>Who warned about the fish?</prompt>
    <answer kind="person">Oda Brandt</answer>
    <wrong>Pia Norling<why>Her firm got the contract.</why></wrong>
    <wrong>Tomas Reyle<why>He was in favour.</why></wrong>
    <wrong>Ines Calder<why>She was in favour.</why></wrong>
    <explanation>A councillor who did not agree.</explanation>
    <passage source="gazette" paragraph="4"/>
  </card>
  <card id="tired" category="quotes">
    <prompt>How does the description of the old quay end: “tired …”?</prompt>
    <answer kind="quote">to the bone</answer>
    <wrong>of the sea<why>Not his words.</why></wrong>
    <wrong>of storms<why>Not his words.</why></wrong>
    <wrong>by now<why>Not his words.</why></wrong>
    <explanation>So the harbour master spoke of the quay of 1911.</explanation>
    <passage source="gazette" paragraph="3"/>
  </card>
  <card id="herring-cloze" category="quotes">
    <prompt>Complete the warning.</prompt>
    <cloze>The works would “drive the <gap/> away for a decade”.</cloze>
    <answer kind="quote">herring</answer>
    <wrong>salmon<why>Another fish.</why></wrong>
    <wrong>ferries<why>They come to the quay.</why></wrong>
    <wrong>tourists<why>Nobody spoke of them.</why></wrong>
    <explanation>The councillor feared for the fishery.</explanation>
    <passage source="gazette" paragraph="4"/>
  </card>
  <card id="length" category="facts">
    <prompt>How long will the second quay be?</prompt>
    <answer kind="number">420 metres</answer>
    <wrong>240 metres<why>Two figures changed places.</why></wrong>
    <wrong>402 metres<why>Two figures changed places.</why></wrong>
    <wrong>42 metres<why>Ten times too short.</why></wrong>
    <explanation>The length is in the plan.</explanation>
  </card>
  <card id="shipyard" category="facts">
    <prompt>In which town is the shipyard?</prompt>
    <answer kind="place">Velm</answer>
    <wrong>Norling<why>That is the builder's name.</why></wrong>
    <wrong>Ansel<why>The quay is there.</why></wrong>
    <explanation>Its ice must go before work begins.</explanation>
  </card>
  <card id="builder" category="facts">
    <prompt>Which firm builds the quay?</prompt>
    <answer kind="organisation">Norling Works</answer>
    <wrong>Velm Shipyard<why>Its ice is waited for.</why></wrong>
    <wrong>Ansel Harbour<why>That is the place.</why></wrong>
    <explanation>It was one of three that made offers.</explanation>
  </card>
  <card id="uses" category="facts">
    <prompt>Which three uses of the quay does the ministry name?</prompt>
    <answer kind="set"><item>ferries</item><item>fishing boats</item><item>ice research</item></answer>
    <wrong>ferries; yachts; fishing boats<why>No word of yachts.</why></wrong>
    <wrong>cruise ships; ferries; ice research<why>No word of cruise ships.</why></wrong>
    <explanation>The ministry counts them up.</explanation>
  </card>
  <card id="pairs" category="speakers">
    <prompt>Match the people with their offices.</prompt>
    <answer kind="pairs"><pair><left>Ines Calder</left><right>mayor</right></pair><pair><left>Tomas Reyle</left><right>harbour master</right></pair><pair><left>Pia Norling</left><right>director</right></pair></answer>
    <explanation>Each is named with the office at first mention.</explanation>
  </card>
</deck>
)";

inline const std::string nature_deck = R"(<?xml version="1.0" encoding="UTF-8"?>
<deck xmlns="urn:entente:deck" version="1" id="nature" language="en">
  <title>Nature</title>
  <category id="animals" colour="areas">Animals</category>
  <category id="sky" colour="dates">Sky</category>
  <card id="heart" category="animals">
    <prompt>How many hearts does an octopus have?</prompt>
    <answer kind="number">3</answer><accept>three</accept>
    <wrong>1<why>Most animals have one.</why></wrong><wrong>2<why>Two pump through the gills; there is one more.</why></wrong><wrong>8<why>It has eight arms.</why></wrong>
    <explanation>Two for the gills, one for the body.</explanation>
  </card>
  <card id="mammal" category="animals">
    <prompt>Which mammal can truly fly?</prompt>
    <answer>bat</answer>
    <wrong>flying squirrel<why>It glides.</why></wrong><wrong>colugo<why>It glides.</why></wrong><wrong>sugar glider<why>Its name says it.</why></wrong>
    <explanation>Its wings are hands.</explanation>
  </card>
  <card id="carnivore" category="animals">
    <prompt>An animal that eats only meat is called a …</prompt>
    <answer>carnivore</answer>
    <wrong>herbivore<why>That eats plants.</why></wrong><wrong>parasite<why>That lives on others.</why></wrong><wrong>scavenger<why>That eats what is left.</why></wrong>
    <explanation>From the Latin for flesh.</explanation>
  </card>
  <card id="egg" category="animals">
    <prompt>Which of these lays eggs?</prompt>
    <answer>platypus</answer>
    <wrong>kangaroo<why>It has a pouch.</why></wrong><wrong>wombat<why>It has a pouch.</why></wrong><wrong>dolphin<why>It bears its calf alive.</why></wrong>
    <explanation>It is a mammal that lays eggs all the same.</explanation>
  </card>
  <card id="legs" category="animals">
    <prompt>What do spiders have that insects do not?</prompt>
    <answer>eight legs</answer>
    <wrong>six legs<why>Insects have six.</why></wrong><wrong>two antennae<why>Insects have them.</why></wrong><wrong>four wings<why>Many insects have them.</why></wrong>
    <explanation>Count them.</explanation>
  </card>
  <card id="red" category="sky">
    <prompt>Which planet looks red?</prompt>
    <answer>Mars</answer>
    <wrong>Venus<why>It is white.</why></wrong><wrong>Saturn<why>It is yellowish.</why></wrong><wrong>Neptune<why>It is blue.</why></wrong>
    <explanation>Rust colours its dust.</explanation>
  </card>
  <card id="large" category="sky">
    <prompt>Which planet is the largest?</prompt>
    <answer>Jupiter</answer>
    <wrong>Saturn<why>It is second.</why></wrong><wrong>Uranus<why>It is third.</why></wrong><wrong>Earth<why>It is fifth.</why></wrong>
    <explanation>All others would fit into it.</explanation>
  </card>
  <card id="moon" category="sky">
    <prompt>When did people first walk on the moon?</prompt>
    <answer kind="date">20 July 1969</answer><accept>July 20, 1969</accept>
    <wrong>12 April 1961<why>Gagarin's flight.</why></wrong><wrong>4 October 1957<why>Sputnik.</why></wrong><wrong>24 July 1969<why>They came home.</why></wrong>
    <explanation>Armstrong and Aldrin walked, Collins waited.</explanation>
  </card>
  <card id="missions" category="sky">
    <prompt>From when to when did people fly to the moon?</prompt>
    <answer kind="date">1968 to 1972</answer>
    <wrong>1957 to 1961<why>First satellite to first man.</why></wrong><wrong>1969 to 1975<why>Starts late, ends late.</why></wrong>
    <explanation>Apollo 8 to Apollo 17.</explanation>
  </card>
  <card id="light" category="sky">
    <prompt>How long does sunlight take to reach us?</prompt>
    <answer kind="number">about 8 minutes</answer>
    <wrong>about 8 seconds<why>Hardly past the moon.</why></wrong><wrong>about 80 minutes<why>Near Saturn.</why></wrong>
    <explanation>One astronomical unit.</explanation>
  </card>
</deck>
)";

inline const std::string history_deck = R"(<?xml version="1.0" encoding="UTF-8"?>
<deck xmlns="urn:entente:deck" version="1" id="history" language="en">
  <title>History</title>
  <category id="people" colour="speakers">People</category>
  <category id="places" colour="areas">Places</category>
  <card id="printing" category="people">
    <prompt>Who printed the 42-line Bible in Mainz?</prompt>
    <answer kind="person">Johannes Gutenberg</answer>
    <wrong>Albrecht Dürer<why>He drew and engraved.</why></wrong><wrong>Martin Luther<why>He translated.</why></wrong><wrong>Aldus Manutius<why>He printed in Venice.</why></wrong>
    <explanation>Around 1455.</explanation>
  </card>
  <card id="gravity" category="people">
    <prompt>Who wrote the Principia?</prompt>
    <answer kind="person">Isaac Newton</answer>
    <wrong>Robert Hooke<why>He quarrelled about it.</why></wrong><wrong>Edmond Halley<why>He paid for it.</why></wrong><wrong>Gottfried Leibniz<why>He found the calculus too.</why></wrong>
    <explanation>It came out in 1687.</explanation>
  </card>
  <card id="radium" category="people">
    <prompt>Who found radium?</prompt>
    <answer kind="person">Marie Curie</answer>
    <wrong>Lise Meitner<why>She explained fission.</why></wrong><wrong>Ernest Rutherford<why>He found the nucleus.</why></wrong><wrong>Henri Becquerel<why>He found the rays first.</why></wrong>
    <explanation>With her husband Pierre, in 1898.</explanation>
  </card>
  <card id="emperor" category="people">
    <prompt>Which two men ruled Rome together with Octavian after Caesar?</prompt>
    <answer kind="set"><item>Mark Antony</item><item>Lepidus</item></answer>
    <wrong>Pompey; Crassus<why>That was before, with Caesar.</why></wrong><wrong>Brutus; Cassius<why>They killed him.</why></wrong>
    <explanation>The second triumvirate.</explanation>
  </card>
  <card id="waterloo" category="places">
    <prompt>Where was Napoleon beaten in 1815?</prompt>
    <answer kind="place">Waterloo</answer>
    <wrong>Leipzig<why>That was in 1813.</why></wrong><wrong>Austerlitz<why>He won there.</why></wrong><wrong>Borodino<why>That was in 1812.</why></wrong>
    <explanation>South of Brussels.</explanation>
  </card>
  <card id="exile" category="places">
    <prompt>To which island was Napoleon sent at last?</prompt>
    <answer kind="place">Saint Helena</answer>
    <wrong>Elba<why>That was the first time.</why></wrong><wrong>Corsica<why>He was born there.</why></wrong><wrong>Malta<why>He had taken it in 1798.</why></wrong>
    <explanation>He died there in 1821.</explanation>
  </card>
  <card id="wall" category="places">
    <prompt>Which wall fell on 9 November 1989?</prompt>
    <answer kind="place">the Berlin Wall</answer>
    <wrong>Hadrian's Wall<why>It is Roman.</why></wrong><wrong>the Antonine Wall<why>It is Roman.</why></wrong><wrong>the Great Wall<why>It stands in China.</why></wrong>
    <explanation>It had stood for 28 years.</explanation>
  </card>
  <card id="league" category="people">
    <prompt>Which body came before the United Nations?</prompt>
    <answer kind="organisation">League of Nations</answer>
    <wrong>Council of Europe<why>It is younger.</why></wrong><wrong>Hanseatic League<why>It was of towns.</why></wrong><wrong>Holy Alliance<why>It was of monarchs.</why></wrong>
    <explanation>It sat in Geneva.</explanation>
  </card>
  <card id="sayings" category="people">
    <prompt>Who said “I came, I saw, I conquered”?</prompt>
    <answer kind="person">Julius Caesar</answer>
    <wrong>Mark Antony<why>His friend.</why></wrong><wrong>Augustus<why>His heir.</why></wrong><wrong>Pompey<why>His rival.</why></wrong>
    <explanation>After the battle of Zela, 47 BC.</explanation>
  </card>
  <card id="charter" category="places">
    <prompt>Which charter did King John seal at Runnymede?</prompt>
    <answer>Magna Carta</answer>
    <wrong>Bill of Rights<why>That is of 1689.</why></wrong><wrong>Domesday Book<why>That is of 1086.</why></wrong><wrong>Petition of Right<why>That is of 1628.</why></wrong>
    <explanation>In June 1215.</explanation>
  </card>
  <card id="order" category="places">
    <prompt>Put these in order, earliest first.</prompt>
    <answer kind="sequence"><item>Hastings, 1066</item><item>Agincourt, 1415</item><item>Waterloo, 1815</item></answer>
    <explanation>Three battles of the English.</explanation>
  </card>
</deck>
)";

} // namespace entente::tests
