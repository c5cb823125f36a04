/** Given and family names of the demo community, combined at random: nobody in particular. */
export const GIVEN_NAMES = (
  'Aaliyah Abena Adam Adele Aiden Aisha Alasdair Alice Amara Amina Anand Andrew Anita Anna Anwen Arjun Ayesha Beatrice Bethan Bilal Blessing Bronwen Callum Carys ' +
  'Catherine Charlotte Chidi Chloe Ciara Claire Connor Craig Daniel Deepa Delroy Donna Dylan Ebony Edward Efua Eilidh Eleanor Elif Emeka Emily Emma Erin Esther Ewan ' +
  'Farah Fatima Fergus Fiona Folake Frances Gareth Gemma George Grace Gwen Hamza Hannah Harpreet Harriet Hassan Heather Helena Hina Huw Ibrahim Imogen Ines Isla Ivy ' +
  'Jack Jasmine Jaya Joanna Joel Josie Joy Kaja Karen Kate Kavita Keira Kieran Kofi Laila Laura Leon Lewis Lily Lowri Lucy Maeve Magda Malik Maria Marek Martha Maryam ' +
  'Matthew Megan Mei Michael Miriam Mohammed Molly Morgan Nadia Naomi Natalie Neil Nia Nikhil Niamh Nisha Noor Olivia Omar Oona Owen Pavel Peter Philippa Pooja Rachel ' +
  'Rafael Rahul Rebecca Rhian Rhys Ria Robert Rosa Ruth Safiya Samuel Sanjay Sara Seren Shanice Simon Sofia Sunita Tahira Tamsin Tariq Temi Teresa Thomas Tomasz Uma ' +
  'Victoria Vikram Wanjiru William Xanthe Yasmin Yusuf Zainab Zara Zoe'
).split(' ');

export const FAMILY_NAMES = (
  'Abbott Acheampong Adeyemi Ahmed Akhtar Ali Allen Anderson Appiah Armitage Bains Baker Banerjee Barker Begum Bell Bennett Bhatt Blake Boateng Bowen Brennan Brook ' +
  'Byrne Campbell Carver Chaudhry Chen Choudhury Clarke Coleman Cooper Craven Dale Das Davey Dawson Desai Dhillon Doyle Dunn Edwards Ellis Evans Farrell Fisher Fletcher ' +
  'Foster Fox Gallagher Garner George Gibson Gill Graham Grant Green Griffiths Gupta Hale Hall Harding Hart Haynes Hill Holt Hopkins Howells Hughes Hussain Hutton Iqbal ' +
  'Jackson James Jenkins Joshi Kaur Kaczmarek Kelly Khan King Knight Kowalski Lamb Lane Larkin Lawson Lee Lewis Lloyd Lowe Lynch Mackay Mahmood Malik Marsh Mason Mbeki ' +
  'McBride McKenna Mehta Mensah Miller Mills Mistry Morgan Moss Murphy Nash Naylor Nolan Norris Novak Nwosu O’Brien O’Connell Obi Odell Ogden Ojo Oliver Osei Owens Palmer ' +
  'Parekh Park Parry Patel Pearce Pereira Petrov Phillips Pike Poole Powell Pritchard Qureshi Rao Reed Rees Reid Rhodes Roberts Rowe Russell Saleh Sandhu Sharma Shaw Sheikh ' +
  'Singh Slater Stone Sutton Tanner Taylor Thapa Thorne Tucker Turner Vaughan Verma Wade Walker Walsh Ward Watts Webb Weston Whelan Wilde Wong Wood Wright Yates Young Zaman'
).split(' ');
